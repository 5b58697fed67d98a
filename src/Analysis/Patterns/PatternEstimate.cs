using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Specs;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Patterns;

/// <summary>
/// The statistic of a pattern with a 95 % interval: of a share Wilson's, of a mean Student's, of a difference in the same worlds Student's for
/// paired differences, of a correlation Fisher's z.
/// </summary>
public static class PatternEstimate
{
    /// <summary>The result of a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="runs">All runs of its experiment.</param>
    public static PatternResult Of(PatternSpec pattern, IReadOnlyList<PatternRun> runs)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(runs);
        var statistic = pattern.Statistic;
        if (statistic.With is { } other)
        {
            var pairs = Chosen(statistic, runs, statistic.At).Select(r => (X: Value(statistic, r), Y: other.Value(r.Outcome)))
                .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).ToList();
            return new(pattern, Correlation([.. pairs.Select(p => p.X)], [.. pairs.Select(p => p.Y)]), pairs.Count);
        }

        var first = Values(statistic, runs, statistic.At);
        if (statistic.Against.Count > 0)
        {
            // In the same world with the same other levels.
            var second = Values(statistic, runs, statistic.Against).ToDictionary(v => v.World, v => v.Value);
            double[] differences = [.. first.Where(v => second.ContainsKey(v.World)).Select(v => v.Value - second[v.World])];
            return new(pattern, Mean(differences), differences.Length);
        }

        double[] values = [.. first.Select(v => v.Value)];
        return new(pattern, statistic.Bounds is null ? Mean(values) : Share(values), values.Length);
    }

    private static List<(string World, double Value)> Values(
        PatternStatistic statistic, IReadOnlyList<PatternRun> runs, IReadOnlyDictionary<string, string> levels) =>
    [
        .. Chosen(statistic, runs, levels)
            .Select(run => (WorldOf(run, levels.Keys), Value: Value(statistic, run)))
            .Where(v => statistic.Bounds is not null || double.IsFinite(v.Value))
            .Select(v => (v.Item1, statistic.Bounds is { } bounds ? bounds.Hold(v.Value) ? 1 : 0 : v.Value)),
    ];

    private static IEnumerable<PatternRun> Chosen(PatternStatistic statistic, IReadOnlyList<PatternRun> runs, IReadOnlyDictionary<string, string> levels) =>
        runs.Where(run => levels.All(l => run.Levels[l.Key] == l.Value)
            && (statistic.Among is not { } among || among.Bounds.Hold(among.Output.Value(run.Outcome))));

    private static string WorldOf(PatternRun run, IEnumerable<string> apart) =>
        string.Join('|', run.Levels.Where(l => !apart.Contains(l.Key)).Select(l => l.Value).Prepend(run.World));

    private static double Value(PatternStatistic statistic, PatternRun run) =>
        statistic.Of.Value(run.Outcome) - (statistic.Less?.Value(run.Outcome) ?? 0);

    private static Interval? Share(double[] values) => new Proportion(values.Count(v => v == 1), values.Length).Interval;

    private static Interval? Mean(double[] values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        var reach = StudentT.InvCDF(0, 1, values.Length - 1, 0.975) * Math.Sqrt(SampleMoments.Variance(values) / values.Length);
        return new(values.Average(), values.Average() - reach, values.Average() + reach);
    }

    private static Interval? Correlation(double[] x, double[] y)
    {
        var correlation = x.Length < 4 ? double.NaN : MathNet.Numerics.Statistics.Correlation.Pearson(x, y);
        if (!double.IsFinite(correlation) || Math.Abs(correlation) >= 1)
        {
            return null;
        }

        var reach = NormalQuantile.Quantile975 / Math.Sqrt(x.Length - 3);
        return new(correlation, Math.Tanh(Math.Atanh(correlation) - reach), Math.Tanh(Math.Atanh(correlation) + reach));
    }
}
