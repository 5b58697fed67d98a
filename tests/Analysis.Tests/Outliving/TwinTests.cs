using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Analysis.Tests.Outliving;

public sealed class TwinTests
{
    private static readonly Scenario World = new() { Organization = new() { Seats = 20, Sites = 2 }, HorizonTicks = 200, Policy = new Hoarding() };

    [Fact]
    public void Worlds_that_end_before_the_exit_end_alike()
    {
        var pairs = TwinRuns.Run(Plan(World, 200), new Shock { Tick = 60, Remove = ShockTarget.FoundingCore }, 2, default);
        var before = pairs.Where(p => p.Without.Tick < 60).ToList();
        Assert.NotEmpty(before);
        Assert.All(before, p => Assert.Equal(p.Without, p.With));
        Assert.Contains(pairs, p => p.With != p.Without);
        Assert.Equal(before.Count, TwinEffect.Of(pairs, 60, 52).EndedBefore);
    }

    [Fact]
    public void An_exit_of_nobody_has_no_effect_at_all()
    {
        var pairs = TwinRuns.Run(Plan(World, 50), new Shock { Tick = 60, Remove = ShockTarget.Seat, Seat = 1000 }, 2, default);
        Assert.All(pairs, p => Assert.Equal(p.Without, p.With));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var shock = new Shock { Tick = 30, Remove = ShockTarget.TopHolders, Count = 2 };
        Assert.Equal(TwinRuns.Run(Plan(World, 60), shock, 1, default), TwinRuns.Run(Plan(World, 60), shock, 3, default));
    }

    // 10 pairs at tick 100, seen 52 ticks later: 4 live both ways, 3 fail through the exit, 1 is saved by it, 2 fail both ways; 1 had ended.
    // Agresti and Min: b = 3.5, c = 1.5, n = 12: difference −2/12, error √(5 − 4/12)/12 = 0.180021.
    [Fact]
    public void Counts_and_interval_of_a_worked_example()
    {
        var (alive, dead) = (new ProgramEnd(200, EndCause.Horizon), new ProgramEnd(152, EndCause.Failure));
        TwinPair[] pairs =
        [
            .. Pairs(4, alive, alive), .. Pairs(3, alive, dead), .. Pairs(1, dead, alive), .. Pairs(2, dead, dead),
            .. Pairs(1, new ProgramEnd(99, EndCause.Failure), new ProgramEnd(99, EndCause.Failure)),
        ];
        var effect = TwinEffect.Of(pairs, 100, 52);
        Assert.Equal((10, 1, 4, 3, 1, 2),
            (effect.Pairs, effect.EndedBefore, effect.BothAlive, effect.FailedThroughExit, effect.SavedByExit, effect.BothFailed));
        Assert.Equal(-0.2, effect.SurvivalEffect!.Estimate, 1e-12);
        Assert.Equal(-2.0 / 12 - (1.959963984540054 * Math.Sqrt(5 - (4.0 / 12)) / 12), effect.SurvivalEffect.Lower, 1e-12);
        Assert.Equal(-2.0 / 12 + (1.959963984540054 * Math.Sqrt(5 - (4.0 / 12)) / 12), effect.SurvivalEffect.Upper, 1e-12);

        // Differences of life: 0 six times, −48 three times, +48 once: mean −9.6, t with 9 degrees of freedom 2.262157.
        Assert.Equal(-9.6, effect.LifeEffect!.Estimate, 1e-12);
        var variance = ((6 * 9.6 * 9.6) + (3 * 38.4 * 38.4) + (57.6 * 57.6)) / 9;
        Assert.Equal(-9.6 + (2.2621571628 * Math.Sqrt(variance / 10)), effect.LifeEffect.Upper, 1e-8);
    }

    [Fact]
    public void Without_pairs_there_is_no_effect_to_state()
    {
        var effect = TwinEffect.Of([], 10, 52);
        Assert.Null(effect.SurvivalEffect);
        Assert.Null(effect.LifeEffect);
    }

    private static IEnumerable<TwinPair> Pairs(int count, ProgramEnd without, ProgramEnd with) =>
        Enumerable.Repeat(new TwinPair(new DesignPoint(0, "", [], World), 0, without, with), count);

    private static ExperimentPlan Plan(Scenario world, int replicates) => new(new ExperimentSpec
    {
        Name = "twin",
        Question = "",
        Expectation = "",
        Baseline = world,
        Factors = [],
        Design = new FullFactorial(),
        Replicates = replicates,
        Seed = 5,
        Analyses = [],
        Figures = [],
        SourceText = "",
    });
}
