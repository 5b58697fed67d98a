using CsCheck;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Paired;

public class PairedComparisonTests
{
    private static readonly double[] First = [3, 1, 14, 2, 8, 40, 5, 1, 9, 22, 2, 6, 3, 17, 4, 60, 1, 2, 7, 12];
    private static readonly double[] Second = [2, 2, 9, 1, 8, 15, 6, 1, 4, 20, 3, 2, 2, 9, 4, 22, 2, 1, 7, 5];

    // Without censoring, and with τ beyond all lives, restricted means are means. R 4.2.2: 400,000 resamples of the differences
    // first − second, set.seed(11): standard error SE, quantiles, BCa by Efron's formulas; cor() and var() for the last two.
    [Fact]
    public void Intervals_correlation_and_variance_reduction_are_those_of_R()
    {
        var found = PairedComparison.RestrictedMeans(Lives(), 100, new BootstrapSettings(Resamples: 20000));

        Assert.Equal(4.7, found.Difference!.Value, 1e-12);
        Assert.Equal(2.1336, found.StandardError!.Value, 1e-1);
        Assert.InRange(found.Percentile!.Lower, 1.2 - 0.1, 1.2 + 0.1);
        Assert.InRange(found.Percentile.Upper, 9.4 - 0.25, 9.4 + 0.25);
        Assert.InRange(found.BiasCorrected!.Lower, 1.75 - 0.1, 1.75 + 0.1);
        Assert.InRange(found.BiasCorrected.Upper, 11.4 - 0.5, 11.4 + 0.5);
        Assert.Equal(0.89271507239, found.Correlation!.Value, 1e-9);
        Assert.Equal(2.72065779342, found.VarianceReduction!.Value, 1e-8);
    }

    [Fact]
    public void Equal_seeds_give_equal_intervals() =>
        Assert.Equal(PairedComparison.RestrictedMeans(Lives(), 20), PairedComparison.RestrictedMeans(Lives(), 20));

    [Fact]
    public void Restricted_means_are_those_of_the_curves() =>
        Gen.Select(Gen.Int[1, 30], Gen.Bool).Array[1, 40].Sample(lives =>
        {
            Lifetime[] observations = [.. lives.Select(l => new Lifetime(l.Item1, l.Item2))];
            var pairs = observations.Select((o, i) => new ReplicatePair<Lifetime>(FormattableString.Invariant($"{i}"), [o], [o])).ToArray();

            var found = PairedComparison.RestrictedMeans(pairs, 17, new BootstrapSettings(Resamples: 100));

            Assert.Equal(KaplanMeier.Of(observations).RestrictedMeanTo(17).Value, found.First!.Value, 1e-10);
            Assert.Equal(0, found.Difference!.Value);
        });

    [Fact]
    public void Arms_without_any_difference_have_no_error_but_a_reason()
    {
        var found = PairedComparison.Shares([.. Enumerable.Range(0, 9).Select(i => new ReplicatePair<bool>($"r{i}", [i % 2 == 0], [i % 2 == 0]))]);

        Assert.Equal(0, found.Difference);
        Assert.Null(found.VarianceReduction);
        Assert.Equal(1, found.Correlation!.Value, 1e-9);
        Assert.Contains("same in every replicate", found.Reason, StringComparison.Ordinal);
    }

    // 40 replicates: both 10, first only 12, second only 4, neither 14. The variance of a share's difference between paired trials is
    // ((b + c) − (b − c)²/n)/n², McNemar's.
    [Fact]
    public void The_error_of_paired_shares_is_McNemars()
    {
        static IEnumerable<(bool, bool)> Times(int n, bool first, bool second) => Enumerable.Repeat((first, second), n);
        var trials = Times(10, true, true).Concat(Times(12, true, false)).Concat(Times(4, false, true)).Concat(Times(14, false, false));

        var found = PairedComparison.Shares(
            [.. trials.Select((t, i) => new ReplicatePair<bool>($"r{i}", [t.Item1], [t.Item2]))], new BootstrapSettings(Resamples: 20000));

        Assert.Equal(8 / 40.0, found.Difference!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((16 - (64 / 40.0)) / 1600), found.StandardError!.Value, 1e-2);
    }

    // Pairs of uncensored lives: only which ended first counts, so the test is McNemar's (b − c)²/(b + c). First lives longer in 11
    // replicates, shorter in 5, equally long in 4.
    [Fact]
    public void Log_rank_by_replicate_of_single_lives_is_McNemars_test()
    {
        var longer = First.Zip(Second).Count(p => p.First > p.Second);
        var shorter = First.Zip(Second).Count(p => p.First < p.Second);

        var test = PairedComparison.LogRankByReplicate(Lives(), "hoarding", "distributed").Test!;

        Assert.Equal(Math.Pow(longer - shorter, 2) / (longer + shorter), test.ChiSquare, 1e-9);
    }

    [Fact]
    public void An_arm_without_values_gives_a_reason_and_a_replicate_twice_is_refused()
    {
        var pair = new ReplicatePair<bool>("r1", [true], []);

        Assert.Contains("no values", PairedComparison.Shares([pair]).Reason, StringComparison.Ordinal);
        Assert.Contains("'r1' comes twice", Assert.Throws<ArgumentException>(() => PairedComparison.Shares([pair, pair])).Message, StringComparison.Ordinal);
    }

    private static ReplicatePair<Lifetime>[] Lives() =>
        [.. First.Select((t, i) => new ReplicatePair<Lifetime>(FormattableString.Invariant($"r{i}"), [new(t, 1)], [new(Second[i], 1)]))];
}
