using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Analysis.Tests.Outliving;

/// <summary>
/// Arm b has a factor of its own with two levels, arm a has none: two environments, three replicates, all by hand. What the factor changes is averaged
/// within the environment before arms are compared.
/// </summary>
public sealed class ArmFactorsTests
{
    private const int Horizon = 100;

    // Ticks lived after the leadership left, which is at tick 11. Means of b by replicate: 25, 30, 35 and 20, 20, 20; minus a: 15, 15, 15 and 10, 0, −10.
    private static readonly (RunGroup Group, double Weight)[] Points =
    [
        (Group("a", 0, "–", 10, 15, 20), 1), (Group("b", 0, "0.1", 20, 20, 20), 1), (Group("b", 0, "0.4", 30, 40, 50), 1),
        (Group("a", 1, "–", 10, 20, 30), 1), (Group("b", 1, "0.1", 10, 10, 10), 1), (Group("b", 1, "0.4", 30, 30, 30), 1),
    ];

    private static readonly OutlivingStudy Study = OutlivingStudy.Of(
        StudyPoints.Of(Points, isSample: false, new HashSet<string> { "rate" }),
        new OutlivingStudy { ComparedPath = "policy", OtherPaths = ["x", "rate"], HorizonTicks = Horizon }).ComparedWith("a");

    [Fact]
    public void Points_that_differ_in_a_factor_of_their_arm_stand_in_one_environment()
    {
        Assert.True(Study.IsCrossed);
        Assert.Equal(2, Study.Environments);
        Assert.Equal([0, 0, 0, 1, 1, 1], Study.Points.Select(p => p.Environment));
        Assert.False(StudyPoints.Of(Points, isSample: false).IsCrossed);
    }

    // a: (15 + 20) / 2; b: (20 + 40 + 10 + 30) / 4.
    [Fact]
    public void Points_weigh_alike_within_their_arm() => Assert.Equal([17.5, 25], Study.Samples.Select(s => s.Mean(Study.Outlived)!.Estimate));

    // Environment 0: 15 ± 0, decided for b; environment 1: 10, 0, −10, mean 0, undecided.
    [Fact]
    public void Arms_are_compared_by_their_means_over_such_points()
    {
        var found = EnvironmentComparison.Of(Study.Points, Horizon);
        Assert.Equal([(0, 1, 1), (1, 0, 1)], found.Select(f => (f.Best, f.Worse, f.Undecided)));
        Assert.Equal([7.5, 0.0], found.Select(f => f.Regret!.Estimate));
    }

    // Each point of b minus a: 10, 5, 0; 20, 25, 30; 0, −10, −20; 20, 10, 0. And of a minus the mean of b, where b is the reference.
    [Fact]
    public void Verdicts_are_on_every_point_and_pool_those_of_the_reference()
    {
        Assert.Equal([5.0, 25, -10, 10], ConditionVerdict.Of(Study.Points, new("policy", "a"), 5).Select(v => v.Difference!.Estimate));
        Assert.Equal([-15.0, 0], ConditionVerdict.Of(Study.Points, new("policy", "b"), 5).Select(v => v.Difference!.Estimate));
        var means = EnvironmentMeans.Of(Study.Points, Study.Outlived);
        Assert.Equal([15.0, 0], means.Differences(new("policy", "b"), new("policy", "a")));
        Assert.Equal(["x"], means.Cloud.Factors.Select(f => f.Name));
    }

    // The means of b by replicate minus those of a: 15, 15, 15; 10, 0, −10. Four points of b are two environments.
    [Fact]
    public void Environments_are_counted_and_not_the_points_of_an_arm_in_them()
    {
        ConditionVerdict[] found = [.. ConditionVerdict.ByEnvironment(Study.Points, new("policy", "a"), 5)];
        Assert.Equal([(15.0, 3), (0, 3)], found.Select(v => (v.Difference!.Estimate, v.Replicates)));
        Assert.Equal([OutlivingVerdict.Better, OutlivingVerdict.NoDifferenceShown], found.Select(v => v.Verdict));
        var counts = StudyTables.Of(Study).Single(t => t.Name == "conditions");
        Assert.StartsWith("b,1,0,1,0,", CsvText.Of(counts).Split('\n').Single(l => l.StartsWith("b,", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Factors_belong_to_what_they_depend_on_or_vary_with()
    {
        Factor[] factors =
        [
            Levels("policy"), Levels("policy.shareRate") with { When = [new("policy", ["0"])] }, Levels("x") with { When = [new("policy.shareRate", ["0"])] },
            Levels("y"), Levels("z") with { When = [new("y", ["0"])] }, Levels("w"),
        ];
        var spec = new ExperimentSpec
        {
            Name = "arms",
            Question = "",
            Expectation = "",
            Baseline = new Scenario(),
            Factors = factors,
            Zip = [["policy", "w"]],
            Design = new FullFactorial(),
            Replicates = 1,
            Seed = 0,
            Analyses = [],
            Figures = [],
            SourceText = "",
        };
        Assert.Equal(["policy.shareRate", "w", "x"], ArmFactors.Of(spec, "policy").Order(StringComparer.Ordinal));
        Assert.Equal(["z"], ArmFactors.Of(spec, "y"));
        Assert.Equal("policy", OutlivingStudy.ComparedIn(spec));
    }

    private static Factor Levels(string path) => new(path, [new("0", "0"), new("1", "1")]);

    private static RunGroup Group(string arm, int environment, string rate, params int[] lived) => new(
        new("policy", arm),
        [("x", FormattableString.Invariant($"{environment}")), ("rate", rate)],
        [.. lived.Select((ticks, r) => new ProgramRun(r, 10 + ticks, true, 11, null, Horizon))]);
}
