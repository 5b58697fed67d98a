using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

/// <summary>
/// Four sampled environments under two arms, three replicates each, all by hand: contrasts are paired by environment and replicate, and
/// environments, not replicates, are clusters.
/// </summary>
public sealed class CrossedStudyTests
{
    private const int Horizon = 100;

    // Ticks lived after the leadership left, which is at tick 11. Paired differences b − a by environment: 10, 20, 30; 0, 0, 0; 40, 38, 42;
    // −20, −30, −10. Means 20, 0, 40, −20.
    private static readonly (int[] A, int[] B)[] Worlds =
    [
        ([30, 20, 10], [40, 40, 40]),
        ([25, 35, 45], [25, 35, 45]),
        ([10, 12, 8], [50, 50, 50]),
        ([60, 70, 50], [40, 40, 40]),
    ];

    // t.975 with 2 degrees of freedom.
    private const double Student = 4.302652729911275;

    private static readonly OutlivingStudy Study = OutlivingStudy.Of(
        StudyPoints.Of(
            [
                .. Worlds.SelectMany((world, e) => new[] { (Group("a", e, world.A), 1.0), (Group("b", e, world.B), 1.0) }),
            ],
            isSample: true),
        new OutlivingStudy { ComparedPath = "policy", OtherPaths = ["x"], HorizonTicks = Horizon }).ComparedWith("a");

    [Fact]
    public void Means_have_intervals_of_environments()
    {
        Assert.True(Study.IsCrossed);
        Assert.True(Study.Samples[0].ClustersAreEnvironments);

        // a: means 20, 35, 10, 60: mean 31.25; error √(Σ(y − m)²)/4, with Student's distribution of 3 degrees of freedom (3.182446).
        var found = Study.Samples[0].Mean(Study.Outlived)!;
        double[] means = [20, 35, 10, 60];
        var error = Math.Sqrt(means.Sum(m => (m - 31.25) * (m - 31.25))) / 4;
        Assert.Equal(31.25, found.Estimate, 1e-12);
        Assert.Equal(31.25 - (3.182446305 * error), found.Lower, 1e-6);
        Assert.Equal(31.25 + (3.182446305 * error), found.Upper, 1e-6);
    }

    // Mean of 20, 0, 40, −20 is 10. Resampling four environments, each mean has the standard error √(Σ(d − 10)²/4)/√4 = √500/2 = 11.18; the means of
    // replicates (7.5, 7, 15.5) would give 2.2.
    [Fact]
    public void Contrasts_are_paired_and_clustered_by_environment()
    {
        var found = Study.ArmContrasts.Single(c => c.Quantity.Name == Quantity.Outlived).Found;

        Assert.Equal(4, found.Pairs);
        Assert.Equal(10, found.Difference!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(500) / 2, found.StandardError!.Value, 0.6);
        Assert.Equal(OutlivingVerdict.NoDifferenceShown, Verdicts.Of(Study.ArmContrasts[0].Interval, Study.MeaningfulTicks));
    }

    // Regret of a: 20, 0, 40, 0; of b: 0, 0, 0, 20. Means 15 and 5 over environments as clusters.
    [Fact]
    public void Regret_is_the_mean_distance_to_the_best_arm_of_each_environment()
    {
        var found = EnvironmentComparison.Of(Study.Points, Horizon);

        Assert.Equal([15.0, 5], found.Select(f => f.Regret!.Estimate));
        var error = Math.Sqrt(new[] { 20.0, 0, 40, 0 }.Sum(r => (r - 15) * (r - 15))) / 4;
        Assert.Equal(15 + (3.182446305 * error), found[0].Regret!.Upper, 1e-6);
        Assert.Equal(0, found[0].Regret!.Lower);
    }

    // Differences within environments, error s/√3: 20 ± t·10/√3 = ±24.8 undecided; 0 ± 0 undecided; 40 ± t·2/√3 = ±5.0 decided for b;
    // −20 ± 24.8 undecided.
    [Fact]
    public void Shares_best_beaten_and_undecided_rest_on_paired_intervals_within_environments()
    {
        var found = EnvironmentComparison.Of(Study.Points, Horizon);

        Assert.Equal([(0, 1, 3), (1, 0, 3)], found.Select(f => (f.Best, f.Worse, f.Undecided)));
        var verdicts = ConditionVerdict.Of(Study.Points, Study.Reference!, meaningfulTicks: 5).ToArray();
        Assert.Equal(
            [OutlivingVerdict.NoDifferenceShown, OutlivingVerdict.NoDifferenceShown, OutlivingVerdict.Better, OutlivingVerdict.NoDifferenceShown],
            verdicts.Select(v => v.Verdict));
        Assert.Equal(40 - (Student * 2 / Math.Sqrt(3)), verdicts[2].Difference!.Lower, 1e-9);
    }

    private static RunGroup Group(string arm, int environment, int[] lived) => new(
        new("policy", arm),
        [("x", FormattableString.Invariant($"{environment}"))],
        [.. lived.Select((ticks, r) => new ProgramRun(r, 10 + ticks, true, 11, null, Horizon))]);
}
