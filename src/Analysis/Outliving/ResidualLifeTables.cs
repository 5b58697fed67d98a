using LeadershipSim.Analysis.Paired;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Tables about the programs that saw their leadership leave: a selection, and labelled as one.</summary>
internal static class ResidualLifeTables
{
    // An interval from fewer entries, or from a condition with fewer, says little.
    private const int FewEntries = 10;
    private const double MostFailedBefore = 0.5;

    /// <summary>By arm: how many, from which conditions, and how long they lived, standardized over conditions.</summary>
    public static ResultTable Summary(OutlivingStudy study)
    {
        var rows = study.Samples.Zip(study.ByArm, (sample, counts) => (Sample: sample, Counts: counts, Curve: study.SurvivalOf(sample)))
            .ToArray();
        var (entered, all) = (rows.Sum(r => r.Curve.Entries), rows.Sum(r => r.Curve.Runs));
        return ResultTable.Of(
            "residual-life",
            Invariant($"Among programs that saw their leadership leave ({entered} of {all}): life after it, by {StudyTables.Compared(study)}"),
            "A selection: who enters depends on the arm and on the condition. Standardized Kaplan–Meier curves, the weighted mean of the conditions' curves; undefined where a condition has no entries. Pooled shares count entries alike, whatever their condition. Time 1 is the tick of the exit.",
            rows,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), r => r.Sample.Arm.Level),
                new(TableColumn.Count("entries", "entries"), r => r.Curve.Entries),
                new(TableColumn.Count("runs", "of runs"), r => r.Curve.Runs),
                new(TableColumn.Count("fewestEntries", "fewest in a condition"), r => r.Curve.FewestEntries),
                new(TableColumn.Count("failedBefore", "failed before"), r => r.Counts.FailedBeforeExit),
                new(TableColumn.Count("failedAfter", "failed after"), r => r.Counts.FailedAfterExit),
                new(
                    TableColumn.Estimate("aliveAtLandmark", Invariant($"share alive after {study.Landmark} ticks"), "share", 2),
                    r => r.Curve.At(study.Landmark)),
                new(TableColumn.Number("median", "median, ticks", "tick", 0), r => (double?)r.Curve.Median),
                new(
                    TableColumn.Number("restrictedMean", Invariant($"mean to tick {study.RestrictedMeanTicks}"), "tick", 1),
                    r => r.Curve.RestrictedMeanTo(study.RestrictedMeanTicks)),
                new(TableColumn.Estimate("pooledAliveAtLandmark", "pooled share alive", "share", 2).InFiles(), r => r.Counts.Outlives.Interval),
                new(TableColumn.Estimate("pooledRestrictedMean", "pooled mean", "tick", 1).InFiles(), r => r.Counts.RestrictedMean),
                new(TableColumn.Words("caution", "caution"), r => Caution(r.Curve, r.Counts)),
            ]);
    }

    /// <summary>By arm and condition: how many saw their leadership leave, and how long they lived.</summary>
    public static ResultTable ByCondition(OutlivingStudy study) => ResultTable.Of(
        "residual-life-by-condition",
        "Among programs that saw their leadership leave: entries and life after it under each condition",
        "Entries are the programs of the condition that saw their leadership leave; of those, the share alive is of the programs that were observed that long, with Wilson's 95 % interval.",
        study.ByPoint,
        [
            new(TableColumn.Label("arm", StudyTables.Compared(study)), s => s.Group.Arm.Level),
            .. study.OtherPaths.Select((path, k) => new ColumnOf<OutlivingSummary>(TableColumn.Label(path, path), s => s.Group.Conditions[k].Value)),
            new(TableColumn.Count("entries", "entries"), s => s.FoundingExits),
            new(TableColumn.Count("runs", "of runs"), s => s.Group.Runs.Count),
            new(TableColumn.Count("failedBefore", "failed before"), s => s.FailedBeforeExit),
            new(TableColumn.Count("failedAfter", "failed after"), s => s.FailedAfterExit),
            new(
                TableColumn.Estimate("aliveAtLandmark", Invariant($"share alive after {study.Landmark} ticks"), "share", 2),
                s => s.Outlives.Interval),
            new(
                TableColumn.Estimate("restrictedMean", Invariant($"mean to tick {study.RestrictedMeanTicks}"), "tick", 1),
                s => s.RestrictedMean),
            new(TableColumn.Words("caution", "caution"), Caution),
        ]);

    /// <summary>Differences from the reference among them.</summary>
    public static ResultTable Contrasts(OutlivingStudy study)
    {
        (OutlivingContrast Contrast, string Measure, PairedDifference Found)[] rows =
        [
            .. study.Contrasts.SelectMany(c => new[] { (c, "restrictedMean", c.RestrictedMean), (c, "outlives", c.Outlives) }),
        ];
        return ResultTable.Of(
            "contrasts",
            $"Among programs that saw their leadership leave: differences from {study.Contrasts[0].Second}, entries counted alike",
            "restrictedMean: ticks lived after the exit, up to the limit; outlives: share alive at the landmark after it. Percentile and BCa bootstrap intervals over replicates, both arms resampled together. logRank: χ² of the log-rank test with replicates as strata.",
            rows,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), r => r.Contrast.First),
                new(TableColumn.Label("reference", "reference") with { IsDetail = true }, r => r.Contrast.Second),
                new(TableColumn.Label("measure", "measure"), r => r.Measure),
                new(TableColumn.Count("replicates", "replicates", ""), r => r.Contrast.Replicates),
                new(TableColumn.Number("estimate", "estimate", "", 4).InFiles(), r => r.Found.First),
                new(TableColumn.Number("referenceEstimate", "reference", "", 4).InFiles(), r => r.Found.Second),
                new(TableColumn.Difference("difference", "difference", "", 2), r => r.Found.BiasCorrected ?? r.Found.Percentile ?? (object?)r.Found.Difference),
                new(TableColumn.Number("standardError", "standard error", "", 4).InFiles(), r => r.Found.StandardError),
                new(TableColumn.Estimate("percentile", "percentile interval", "", 4).InFiles(), r => r.Found.Percentile),
                new(TableColumn.Estimate("bca", "BCa interval", "", 4).InFiles(), r => r.Found.BiasCorrected),
                new(TableColumn.Number("correlation", "correlation", "1", 2), r => r.Found.Correlation),
                new(TableColumn.Number("varianceReduction", "variance reduction", "1", 1), r => r.Found.VarianceReduction),
                new(TableColumn.Number("logRankChiSquare", "log-rank χ²", "1", 2).InFiles(), r => r.Contrast.LogRank?.Test?.ChiSquare),
                new(TableColumn.Number("logRankP", "log-rank p", "1", 4), r => r.Contrast.LogRank?.Test?.PValue),
                new(TableColumn.Words("note", "note").InFiles(), r => r.Found.Reason),
            ]);
    }

    private static string Caution(OutlivingSummary counts) =>
        counts.FoundingExits == 0 ? "leadership never left"
        : counts.FoundingExits < FewEntries ? "few entries"
        : counts.FailsBeforeExit.Estimate > MostFailedBefore ? "most failed before that"
        : "";

    private static string Caution(StandardizedSurvival curve, OutlivingSummary counts) =>
        curve.Entries == 0 ? "leadership never left"
        : curve.EmptyConditions.Count > 0 ? Invariant($"undefined: none left in {curve.EmptyConditions.Count} conditions, as {curve.EmptyConditions[0]}")
        : curve.Entries < FewEntries ? "few entries"
        : counts.FailsBeforeExit.Estimate > MostFailedBefore ? "most failed before that"
        : curve.FewestEntries < FewEntries ? "few entries in a condition"
        : "";
}
