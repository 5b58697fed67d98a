using System.Globalization;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Paired;

namespace LeadershipSim.Runner.Tables;

/// <summary>The summaries of a study as tables for people.</summary>
internal static class SummaryTables
{
    /// <summary>By policy and, if other factors vary, by design point.</summary>
    public static IEnumerable<ReportTable> Of(OutlivingStudy study)
    {
        var compared = study.ComparedPath.Length == 0 ? "runs" : study.ComparedPath;
        var pooled = study.OtherPaths.Count == 0 ? "" : $", pooled over {string.Join(", ", study.OtherPaths)}";
        yield return Table($"Residual program life by {compared}{pooled}. File: analysis/outliving.csv.", [compared], study.ByPolicy, _ => []);
        if (study.Contrasts.Count > 0)
        {
            yield return ContrastsOf(study, compared);
        }

        if (study.ByPoint.Count > study.ByPolicy.Count)
        {
            yield return Table(
                $"Residual program life at each design point. File: analysis/outliving.csv.",
                [compared, .. study.OtherPaths],
                study.ByPoint,
                s => [.. s.Group.Conditions.Select(c => c.Value)]);
        }
    }

    private static ReportTable ContrastsOf(OutlivingStudy study, string compared)
    {
        var (reference, summary) = (study.Contrasts[0].Second, study.ByPolicy[0]);
        return new ReportTable(
            $"Compared with {reference}, replicate by replicate: differences with 95 % intervals that resample replicates as a whole (BCa bootstrap), so that what runs share through their random numbers cancels. A variance reduction of 3 means that independent runs would need three times as many replicates. Where the {compared} changes whether or when leadership leaves, the programs compared differ in that too. File: analysis/contrasts.csv.",
            [
                compared,
                Text($"share alive {summary.LandmarkTicks} ticks after the exit, difference [95 %]"),
                Text($"mean residual life to tick {summary.RestrictedMeanTicks} (RMST), difference [95 %]"),
                "correlation", "variance reduction", "log-rank by replicate, p",
            ],
            [.. study.Contrasts.Select(Row)],
            LabelColumns: 1);
    }

    private static IReadOnlyList<string> Row(OutlivingContrast contrast) =>
    [
        contrast.First,
        Difference(contrast.Outlives, "0.00"),
        Difference(contrast.RestrictedMean, "0.0"),
        contrast.RestrictedMean.Correlation is { } correlation ? correlation.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–",
        contrast.RestrictedMean.VarianceReduction is { } reduction ? Text($"{reduction:0.0}") : "–",
        contrast.LogRank?.Test is { } test ? test.PValue < 0.0001 ? "< 0.0001" : Text($"{test.PValue:0.0000}") : "–",
    ];

    private static string Difference(PairedDifference found, string format)
    {
        string Signed(double value) => value.ToString($"+{format};−{format};{format}", CultureInfo.InvariantCulture);
        return found.Difference is not { } difference ? "–"
            : (found.BiasCorrected ?? found.Percentile) is { } interval ? $"{Signed(difference)} [{Signed(interval.Lower)}, {Signed(interval.Upper)}]"
            : Signed(difference);
    }

    private static ReportTable Table(
        string caption, IReadOnlyList<string> labels, IReadOnlyList<OutlivingSummary> summaries, Func<OutlivingSummary, IReadOnlyList<string>> conditions)
    {
        var landmark = summaries.Select(s => s.LandmarkTicks).FirstOrDefault();
        var restricted = summaries.Select(s => s.RestrictedMeanTicks).FirstOrDefault();
        IReadOnlyList<string> columns =
        [
            .. labels, "runs", "leadership left", "failed before", "failed after",
            Text($"share alive {landmark} ticks after the exit [95 %]"), "of runs",
            "median residual life, ticks [95 %]",
            Text($"mean residual life to tick {restricted} (RMST) [95 %]"),
        ];
        return new ReportTable(caption, columns, [.. summaries.Select(s => Row(s, conditions(s)))], labels.Count);
    }

    private static IReadOnlyList<string> Row(OutlivingSummary summary, IReadOnlyList<string> conditions) =>
    [
        summary.Group.Policy,
        .. conditions,
        Text($"{summary.Group.Runs.Count}"),
        Text($"{summary.FoundingExits}"),
        Text($"{summary.FailedBeforeExit}"),
        Text($"{summary.Survival.Events}"),
        Share(summary.Outlives),
        Text($"{summary.Outlives.Trials}"),
        Median(summary),
        RestrictedMean(summary),
    ];

    private static string Share(Proportion share) => share is { Estimate: { } estimate, Lower: { } lower, Upper: { } upper }
        ? Text($"{estimate:0.00} [{lower:0.00}, {upper:0.00}]")
        : "–";

    private static string Median(OutlivingSummary summary)
    {
        var (estimate, lower, upper) = summary.Survival.Median;
        static string Limit(double? value, string missing) => value is { } ticks ? Text($"{ticks:0.#}") : missing;
        return summary.FoundingExits == 0 ? "–"
            : (estimate ?? lower ?? upper) is null ? "not reached"
            : $"{Limit(estimate, "not reached")} [{Limit(lower, "–")}, {Limit(upper, "–")}]";
    }

    private static string RestrictedMean(OutlivingSummary summary) => summary.RestrictedMean is { } mean
        ? Text($"{mean.Estimate:0.0} [{mean.Lower:0.0}, {mean.Upper:0.0}]")
        : "–";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
