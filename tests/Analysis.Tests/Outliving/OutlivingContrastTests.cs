using LeadershipSim.Analysis.Outliving;

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
        var study = new OutlivingStudy
        {
            ComparedPath = "policy",
            OtherPaths = [],
            HorizonTicks = Horizon,
            ByPolicy = [Summary("hoarding", 0), Summary("distributed", 4), Summary("council", 2)],
            ByPoint = [],
            Cautions = [],
            PointCautions = [],
        };

        var found = study.ContrastsWith("hoarding");

        Assert.Equal([("distributed", "hoarding", 4.0), ("council", "hoarding", 2.0)], found.Select(c => (c.First, c.Second, Math.Round(c.RestrictedMean.Difference!.Value, 9))));
        Assert.Contains("hoarding, distributed, council", Assert.Throws<ArgumentException>(() => study.ContrastsWith("hording")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_at_different_landmarks_are_refused() =>
        Assert.Throws<ArgumentException>(() => OutlivingContrast.Of(Summary("a", 0), OutlivingSummary.Of(Group("b", 0), 11, 30)));

    private static OutlivingSummary Summary(string policy, int more) => OutlivingSummary.Of(Group(policy, more), 10, 30);

    private static RunGroup Group(string policy, int more) =>
        new(policy, [], [.. Lives.Select((life, i) => new ProgramRun(i, 5 + life + more - 1, Failed: true, FoundingExitTick: 5, NeedEndTick: null, Horizon))]);
}
