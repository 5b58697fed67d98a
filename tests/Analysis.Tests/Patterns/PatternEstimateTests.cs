using LeadershipSim.Analysis.Patterns;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Patterns;

public sealed class PatternEstimateTests
{
    private static readonly Output End = new("end", OutputKind.Real, "tick", "", o => o.EndTick);
    private static readonly Output Square = new("square", OutputKind.Real, "tick", "", o => o.EndTick * o.EndTick);
    private static readonly PatternStatistic OfEnd = new() { Of = End };

    // Wilson's interval of 3 of 4 at z = 1.959964: (3 + z²/2)/(4 + z²) ± z/(4 + z²)·√(3·1/4 + z²/4).
    [Fact]
    public void A_share_has_wilsons_interval()
    {
        var result = Estimate(OfEnd with { Bounds = new(2, 9) }, [1, 2, 3, 9]);

        Assert.Equal((0.75, 4), (result.Result!.Estimate, result.Runs));
        Assert.Equal(0.3006, result.Result.Lower, 1e-4);
        Assert.Equal(0.9544, result.Result.Upper, 1e-4);
    }

    // Of 1, 2, 3: mean 2, error 1/√3, t(0.975; 2) = 4.302653.
    [Fact]
    public void A_mean_has_students_interval()
    {
        var result = Estimate(OfEnd, [1, 2, 3]).Result!;

        Assert.Equal(2, result.Estimate);
        Assert.Equal(2 - (4.302653 / Math.Sqrt(3)), result.Lower, 1e-6);
    }

    [Fact]
    public void A_run_counts_only_among_those_that_keep_the_condition()
    {
        var result = Estimate(OfEnd with { Among = (Square, new(4, 16)) }, [1, 2, 4, 5]);

        Assert.Equal((3.0, 2), (result.Result!.Estimate, result.Runs));
    }

    [Fact]
    public void A_difference_is_of_the_same_worlds()
    {
        // At level a the ends are 5, 7 and 9 in worlds 0, 1 and 2, at level b 1, 2 and 3 in worlds 1, 2 and 3: differences 6 and 7.
        var statistic = OfEnd with { At = Level("a"), Against = Level("b") };
        PatternRun[] runs = [Run(5, "a", 0), Run(7, "a", 1), Run(9, "a", 2), Run(1, "b", 1), Run(2, "b", 2), Run(3, "b", 3)];

        var result = PatternEstimate.Of(Pattern(statistic, new(6.5, 0.1, null, null)), runs);

        Assert.Equal((6.5, 2, PatternVerdict.Undecided), (result.Result!.Estimate, result.Runs, result.Verdict));
    }

    // By hand: r of (1, 1), (2, 4), (3, 9), (4, 16) is 25/√(5·129) = 0.984374; z = 2.4220 ± 1.959964.
    [Fact]
    public void A_correlation_has_fishers_interval()
    {
        var result = Estimate(OfEnd with { With = Square }, [1, 2, 3, 4]).Result!;

        Assert.Equal(0.984374, result.Estimate, 1e-6);
        Assert.Equal(Math.Tanh(Math.Atanh(result.Estimate) - 1.959964), result.Lower, 1e-6);
    }

    [Theory]
    [InlineData(1, 0.2, PatternVerdict.Undecided)]
    [InlineData(2, 9, PatternVerdict.Inside)]
    [InlineData(9, 1, PatternVerdict.Outside)]
    public void The_verdict_is_of_the_whole_interval(double value, double tolerance, PatternVerdict verdict)
    {
        PatternRun[] runs = [Run(1, "a", 0), Run(2, "a", 1), Run(3, "a", 2)];

        Assert.Equal(verdict, PatternEstimate.Of(Pattern(OfEnd, new(value, tolerance, null, null)), runs).Verdict);
    }

    [Fact]
    public void Without_runs_nothing_is_decided() =>
        Assert.Equal((PatternVerdict.Undecided, null), (Estimate(OfEnd, []).Verdict, Estimate(OfEnd, []).Result));

    private static PatternResult Estimate(PatternStatistic statistic, int[] ends) =>
        PatternEstimate.Of(Pattern(statistic, new(null, 0, 0, null)), [.. ends.Select((e, k) => Run(e, "a", k))]);

    private static PatternSpec Pattern(PatternStatistic statistic, PatternTarget target) =>
        new() { Claim = "", Source = "", Mapping = "", Role = PatternRole.Validate, Statistic = statistic, Target = target };

    private static Dictionary<string, string> Level(string level) => new() { ["policy"] = level };

    // A program that never fails ends at its horizon.
    private static PatternRun Run(int end, string level, int world)
    {
        var scenario = new Scenario { HorizonTicks = end, Viability = new Viability { Rule = ViabilityRule.None } };
        return new(Level(level), FormattableString.Invariant($"{world}"), new TickEngine().Run(scenario, new RunSeed(1, (ulong)world)));
    }
}
