using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>An engine that has run other programs, larger, smaller and under every policy, starts the next one from nothing.</summary>
public sealed class UsedStateTests
{
    private static readonly int[] Sizes = [12, 7, 12];

    [Fact]
    public void A_used_engine_runs_as_a_new_one()
    {
        var used = new TickEngine();
        foreach (var seats in Sizes)
        {
            foreach (var policy in PolicyCatalog.All)
            {
                var scenario = Small(policy.Default, seats);
                var (again, fresh) = (used.Run(scenario, new RunSeed(3, 0)), new TickEngine().Run(scenario, new RunSeed(3, 0)));
                Assert.Equal(fresh.StateDigest, again.StateDigest);
                Assert.All(OutputCatalog.All, o => Assert.Equal(o.Value(fresh), o.Value(again)));
                Assert.Equal(fresh.CoreExitTicks, again.CoreExitTicks);
            }
        }
    }

    // Short terms, lags and lives: after sixty ticks everything has something to forget.
    private static Scenario Small(ILeadershipPolicy policy, int seats) => new()
    {
        HorizonTicks = 60,
        Organization = new() { Seats = seats, Sites = 2, BeliefDimensions = 5 },
        Turnover = new() { HazardPerTick = 0.03 },
        Demand = new() { DecisionsPerSeat = 0.5 },
        Ledger = new() { Networks = true },
        Viability = new() { Rule = ViabilityRule.None },
        Policy = policy switch
        {
            Rotating r => r with { TermTicks = 5 },
            Elected e => e with { TermTicks = 7 },
            _ => policy,
        },
    };
}
