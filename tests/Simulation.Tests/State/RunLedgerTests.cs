using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>Hand-over, leader turnover and the networks of leadership in runs whose course is known.</summary>
public sealed class RunLedgerTests
{
    private static readonly Scenario Still = new()
    {
        HorizonTicks = 100,
        Organization = new() { Seats = 10, Sites = 1 },
        Network = new CompleteNetwork(),
        Turnover = new() { HazardPerTick = 0 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
        Ledger = new() { Networks = true },
    };

    // The director leaks 2 % a tick: (0.98)^34 = 0.503, (0.98)^35 = 0.493.
    [Fact]
    public void Half_of_a_leaking_authority_is_gone_when_the_exponential_says()
    {
        var ledger = Run(Still with { Policy = new LaissezFaire { LeakRate = 0.02 } });
        Assert.Equal(35, ledger.HandOverHalfLife);
        Assert.Equal(0, ledger.LeaderChanges);
        Assert.Equal(0, ledger.AuthorityFlow!.Ties);
    }

    [Fact]
    public void Rotation_changes_the_leader_once_a_term()
    {
        var ledger = Run(Still with { Policy = new Rotating { TermTicks = 10 } });
        Assert.Equal(10, ledger.LeaderChanges);
        Assert.Equal(10, ledger.HandOverHalfLife);
        Assert.InRange(ledger.AuthorityFlow!.Ties, 1, 10);
    }

    [Fact]
    public void Among_equals_nobody_takes_over_and_nothing_flows()
    {
        var ledger = Run(Still with { Policy = new Equal() });
        Assert.Equal(0, ledger.LeaderChanges);
        Assert.Null(ledger.HandOverHalfLife);
        Assert.Equal(0, ledger.AuthorityFlow!.Ties);
    }

    // A heir is handed authority once and for all: one tie, and a network of one tie has the density 1/45.
    [Fact]
    public void A_named_heir_is_the_only_one_to_whom_authority_flows()
    {
        var ledger = Run(Still with { Policy = new Succession { Mentoring = 0 } });
        Assert.Equal(1, ledger.AuthorityFlow!.Ties);
        Assert.Equal(1.0 / 45, ledger.AuthorityFlow.Density!.Value, 1e-12);
    }

    // Everybody decides and consults everybody in the end: a complete network, with nobody in the middle.
    [Fact]
    public void Equal_holders_come_to_consult_everybody()
    {
        var ledger = Run(Still with { HorizonTicks = 400, Policy = new Equal(), Demand = new() { DecisionsPerSeat = 1 } });
        Assert.Equal(45, ledger.Consultation!.Ties);
        Assert.Equal(0, ledger.Consultation.DegreeCentralization!.Value, 1e-12);
    }

    [Fact]
    public void A_claim_that_is_granted_is_a_flow_between_these_two_only()
    {
        var ledger = Run(Still with { HorizonTicks = 1, Policy = new ClaimGrant { DyadsPerTick = 1 }, Founding = new() { DirectorShare = 0.5 } });
        Assert.InRange(ledger.AuthorityFlow!.Ties, 0, 1);
    }

    [Theory]
    [InlineData("distributed")]
    [InlineData("claimGrant")]
    [InlineData("elected")]
    [InlineData("hierarchy")]
    public void Recording_networks_changes_no_bit_of_the_run(string policy)
    {
        var scenario = new Scenario { HorizonTicks = 150, Policy = PolicyCatalog.All.Single(p => p.Kind == policy).Default };
        var (plain, recorded) = (new TickEngine(), new TickEngine());
        for (ulong replicate = 0; replicate < 5; replicate++)
        {
            var with = recorded.Run(scenario with { Ledger = new() { Networks = true } }, new RunSeed(3, replicate));
            var without = plain.Run(scenario, new RunSeed(3, replicate));
            Assert.Equal(without.StateDigest, with.StateDigest);
            Assert.NotNull(with.Ledger.Consultation);
            Assert.Null(without.Ledger.Consultation);
        }
    }

    private static LeadershipLedger Run(Scenario scenario) => new TickEngine().Run(scenario, new RunSeed(1, 0)).Ledger;
}
