using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Under the baseline hazard alone whoever is there at a tick is so with probability e^(−ht), and authority goes with its holders.</summary>
public class AttritionTests
{
    private const int Runs = 2000;
    private const int Seats = 20;
    private const int Ticks = 100;
    private const double Hazard = 0.02;
    private const ulong Seed = 77;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(0.4, 4)]
    [InlineData(0.25, 3)]
    public void Held_authority_and_founders_decay_exponentially(double directorShare, int sites)
    {
        var squares = (directorShare * directorShare) + ((1 - directorShare) * (1 - directorShare) / sites);

        var sample = Sample.OfObserved(ScenarioOf(directorShare, sites, filling: 0), Runs, Seed, () => new PresenceCourse(Ticks), c => c.Values);

        foreach (var tick in new[] { 1, 5, 20, 50, Ticks })
        {
            var there = Math.Exp(-Hazard * tick);
            sample.AssertKnownSpread(2 * tick, there, Math.Sqrt(squares * there * (1 - there)), $"authority after tick {tick}");
            sample.AssertShare((2 * tick) + 1, there, $"founders after tick {tick}", Seats);
        }
    }

    [Fact]
    public void Founders_tenures_are_exponential_when_they_are_replaced_at_once()
    {
        var sample = Sample.OfObserved(ScenarioOf(0.5, 4, filling: 1), Runs, Seed, () => new PresenceCourse(Ticks), c => c.Values);

        for (var tick = 0; tick <= Ticks; tick += 10)
        {
            sample.AssertShare((2 * tick) + 1, Math.Exp(-Hazard * tick), $"founders after tick {tick}", Seats);
        }
    }

    [Fact]
    public void Who_is_hired_later_stays_no_longer_and_no_shorter()
    {
        // Departures from seats that are never empty: each of n seats loses its agent with probability p = 1 − e^−h, every tick.
        var leaves = 1 - Math.Exp(-Hazard);

        var sample = Sample.OfOutcomes(ScenarioOf(0.5, 4, filling: 1), Runs, Seed, o => o.Departures);

        sample.AssertKnownSpread(0, Seats * Ticks * leaves, Math.Sqrt(Seats * Ticks * leaves * (1 - leaves)), "departures");
    }

    private static Scenario ScenarioOf(double directorShare, int sites, double filling) => new()
    {
        HorizonTicks = Ticks,
        Organization = new() { Seats = Seats, Sites = sites },
        Policy = new LaissezFaire { LeakRate = 0 },
        Founding = new() { DirectorShare = directorShare },
        Turnover = new() { HazardPerTick = Hazard },
        Recruitment = new() { FillProbability = filling },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };
}
