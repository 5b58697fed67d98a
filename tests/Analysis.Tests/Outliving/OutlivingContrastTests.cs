using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class OutlivingContrastTests
{
    private const int Horizon = 60;

    // Exit at tick 5 in every replicate; the lives after it are those of the replicate, and 4 ticks longer with the first policy.
    private static readonly int[] Lives = [3, 8, 12, 5, 20, 9, 14, 6, 11, 7];

    [Fact]
    public void Arms_are_compared_replicate_by_replicate()
    {
        var found = OutlivingContrast.Of(Summary("distributed", 4), Summary("hoarding", 0));

        // Lives 3..20 all end before τ = 30: the difference is 4 in every replicate, so it has no error.
        Assert.Equal(4, found.RestrictedMean.Difference!.Value, 1e-12);
        Assert.Contains("same in every replicate", found.RestrictedMean.Reason, StringComparison.Ordinal);

        // Alive 10 ticks after the exit: lives above 10, by hand 7 of 10 with four more ticks, 4 of 10 without.
        Assert.Equal(0.3, found.Outlives.Difference!.Value, 1e-12);

        // The second policy's program ends first in all ten replicates: McNemar's 10²/10.
        Assert.Equal(10, found.LogRank!.Test!.ChiSquare, 1e-9);
    }

    [Fact]
    public void A_study_compares_every_policy_with_one_of_them()
    {
        var study = OutlivingStudy.Of(
            StudyPoints.Of([(Group("hoarding", 0), 1.0), (Group("distributed", 4), 1.0), (Group("council", 2), 1.0)], isSample: false),
            new OutlivingStudy { ComparedPath = "policy", OtherPaths = [], HorizonTicks = Horizon, SharesRandomNumbers = true });

        var found = study.ComparedWith("hoarding").Contrasts;

        Assert.Equal([("distributed", "hoarding", 4.0), ("council", "hoarding", 2.0)],
            found.Select(c => (c.First, c.Second, Math.Round(c.RestrictedMean.Difference!.Value, 9))));
        Assert.Contains(
            "hoarding, distributed, council", Assert.Throws<ArgumentException>(() => study.ComparedWith("hording")).Message, StringComparison.Ordinal);
    }

    // Ten environments with worlds of their own, two replicates in each, of the life of the environment and one tick more; arms of an environment share them.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sampled_environments_with_worlds_of_their_own_are_the_pairs(bool armsShareWorlds)
    {
        (RunGroup, double)[] points =
        [
            .. new[] { ("hoarding", 0), ("distributed", 4) }.SelectMany(arm => Lives.Index().Select(l => (
                new RunGroup(new("policy", arm.Item1), [("x", $"{l.Index}")], Group(arm.Item1, [l.Item + arm.Item2, l.Item + arm.Item2 + 1]).Runs), 1.0))),
        ];
        var found = OutlivingStudy.Of(
            StudyPoints.Of(points, isSample: true),
            new OutlivingStudy { ComparedPath = "policy", OtherPaths = ["x"], HorizonTicks = Horizon, ArmsShareWorlds = armsShareWorlds })
            .ComparedWith("hoarding").Contrasts;

        if (!armsShareWorlds)
        {
            Assert.Empty(found);
            return;
        }

        // Each environment's difference is 4, so all 10 pairs agree; one stratum an environment, in which both lives of the first arm last longer than
        // both of the second.
        var contrast = Assert.Single(found);
        Assert.Equal(("distributed", "hoarding", 10, true), (contrast.First, contrast.Second, contrast.Replicates, contrast.AreEnvironments));
        Assert.Equal(4, contrast.RestrictedMean.Difference!.Value, 1e-12);
        Assert.Equal(10, contrast.RestrictedMean.Pairs);
        Assert.True(contrast.LogRank!.Test!.ChiSquare > 10);
        var unhelped = contrast.RestrictedMean with { Percentile = new(4, 4, 4), VarianceReduction = 0.5 };
        Assert.Empty(OutlivingCautions.Of([contrast with { RestrictedMean = unhelped }]));
    }

    [Fact]
    public void Common_random_numbers_that_do_not_help_are_told()
    {
        // Who lives long under one policy dies early under the other: the arms are correlated by -1.
        var contrast = OutlivingContrast.Of(Summary("distributed", Lives), Summary("hoarding", [.. Lives.Select(l => 25 - l)]));

        Assert.Equal(-1, contrast.RestrictedMean.Correlation!.Value, 1e-9);
        Assert.Equal(0.5, contrast.RestrictedMean.VarianceReduction!.Value, 1e-9);
        var caution = Assert.Single(OutlivingCautions.Of([contrast]));
        Assert.Equal(CautionKind.SharedSeeds, caution.Kind);
        Assert.Contains("distributed with hoarding (variance reduction 0.50)", caution.Message, StringComparison.Ordinal);
        Assert.Empty(
            OutlivingCautions.Of([OutlivingContrast.Of(Summary("distributed", [.. Lives.Select((l, i) => l + (i % 2))]), Summary("hoarding", Lives))]));
    }

    // 2,500 replicates, in 1,000 blocks: the difference is exact, and its error that of single replicates but for chance.
    [Fact]
    public void Many_replicates_are_resampled_in_blocks()
    {
        var random = new RandomStream(1);
        int[] lives = new int[2500], others = new int[2500];
        for (var i = 0; i < lives.Length; i++)
        {
            lives[i] = 2 + random.NextIndex(19);
            others[i] = lives[i] + random.NextIndex(5);
        }

        var found = OutlivingContrast.Of(Summary("a", others), Summary("b", lives));
        double[] differences = [.. others.Zip(lives, (a, b) => (double)(a - b))];
        var error = Math.Sqrt(differences.Sum(d => Math.Pow(d - differences.Average(), 2)) / differences.Length / differences.Length);

        Assert.Equal((2500, 1000), (found.Replicates, found.RestrictedMean.Pairs));
        Assert.Equal(differences.Average(), found.RestrictedMean.Difference!.Value, 1e-9);
        Assert.Equal(1, found.RestrictedMean.StandardError!.Value / error, 0.1);
    }

    [Fact]
    public void Groups_at_different_landmarks_are_refused() =>
        Assert.Throws<ArgumentException>(() => OutlivingContrast.Of(Summary("a", 0), OutlivingSummary.Of(Group("b", 0), 11, 30)));

    private static OutlivingSummary Summary(string policy, int more) => OutlivingSummary.Of(Group(policy, more), 10, 30);

    private static OutlivingSummary Summary(string policy, int[] lives) => OutlivingSummary.Of(Group(policy, lives), 10, 30);

    private static RunGroup Group(string policy, int more) => Group(policy, [.. Lives.Select(life => life + more)]);

    private static RunGroup Group(string policy, int[] lives) =>
        new(new("policy", policy), [], [.. lives.Select((life, i) => new ProgramRun(i, 5 + life - 1, Failed: true, ExitTick: 5, NeedEndTick: null, Horizon))]);
}
