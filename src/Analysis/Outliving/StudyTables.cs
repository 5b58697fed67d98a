using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>What a study found, as tables: first all programs, then differences, then conditions, last the programs that saw their leadership leave.</summary>
public static class StudyTables
{
    // Of more environments a table of each is no reading.
    private const int MostConditions = 60;

    // Sampled environments have no names to look for: trees of when say where they differ.
    private const int MostSampled = 20;

    /// <summary>The tables, in the order in which they are read.</summary>
    public static IReadOnlyList<ResultTable> Of(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return
        [
            AllPrograms(study),
            States(study),
            .. study.ArmContrasts.Count == 0 ? Array.Empty<ResultTable>() : [Differences(study)],
            .. study.Removal is null ? Array.Empty<ResultTable>() : [Intervention(study)],
            .. ConditionTables(study),
            .. WhenTables.Of(study),
            ResidualLife(study),
            .. study.Environments > 1 && CanBeRead(study) ? [ResidualLifeTables.ByCondition(study)] : Array.Empty<ResultTable>(),
            .. study.Contrasts.Count == 0 ? Array.Empty<ResultTable>() : [ResidualLifeTables.Contrasts(study)],
        ];
    }

    /// <summary>Over all programs: expected ticks in each state, and the need unmet.</summary>
    public static ResultTable AllPrograms(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return ResultTable.Of(
            "programs",
            Invariant($"All programs over {study.HorizonTicks} ticks, by {Compared(study)}{Standardized(study)}"),
            $"Expected ticks of each kind; they add up to the horizon. Nobody is left out. {Intervals(study)}",
            study.Samples,
            [
                new(TableColumn.Label("arm", Compared(study)), s => s.Arm.Level),
                new(TableColumn.Count("runs", "runs"), s => s.Runs.Count),
                new(TableColumn.Count("points", "design points", "points").InFiles(), s => s.Points.Count),
                .. study.Quantities.Select(q => new ColumnOf<ArmSample>(TableColumn.Estimate(q.Name, q.Heading, q.Unit, 0), s => s.Mean(q))),
                .. study.Reference is null ? Array.Empty<ColumnOf<ArmSample>>() : VerdictColumns(study),
            ]);
    }

    /// <summary>Over all programs: shares in each state at asked-for ticks.</summary>
    public static ResultTable States(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        (ArmSample Sample, int Tick)[] rows = [.. study.Samples.SelectMany(s => study.Ticks.Select(tick => (s, tick)))];
        var occurs = study.Samples.SelectMany(s => s.Runs).Select(r => ProgramCourse.StateAt(r.Run, r.Run.HorizonTicks)).ToHashSet();
        return ResultTable.Of(
            "states",
            $"States of all programs, by {Compared(study)}{Standardized(study)}",
            $"Shares of all programs. {Intervals(study)}",
            rows,
            [
                new(TableColumn.Label("arm", Compared(study)), r => r.Sample.Arm.Level),
                new(TableColumn.Label("tick", "tick"), r => r.Tick),
                .. Enum.GetValues<ProgramState>().Select((state, i) => new ColumnOf<(ArmSample Sample, int Tick)>(
                    ColumnOf(Quantity.StatesAt(0)[i], isDetail: state is ProgramState.NeedEnded or ProgramState.Stopped && !occurs.Contains(state)),
                    r => r.Sample.Mean(Quantity.StatesAt(r.Tick)[i]))),
            ]);
    }

    /// <summary>Differences from the reference over all programs, with verdicts.</summary>
    public static ResultTable Differences(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var unit = study.SharesRandomNumbers ? "replicate by replicate under common random numbers" : "replicates paired by number";
        return ResultTable.Of(
            "differences",
            $"Differences from {study.Reference?.Label} over all programs",
            $"First minus reference, {(study.Samples[0].ClustersAreEnvironments ? "environment by environment" : unit)}; 95 % bootstrap intervals (BCa; percentile where that does not exist; Student's with fewer than ten clusters). A verdict needs an interval without 0 and, of ticks lived, a difference of at least {CellText.Of(TableColumn.Number("", "", "", 0), study.MeaningfulTicks)} ticks, the smallest that matters.",
            study.ArmContrasts,
            [
                new(TableColumn.Label("arm", Compared(study)), c => c.First.Level),
                new(TableColumn.Label("reference", "reference") with { IsDetail = true }, c => c.Second.Level),
                new(TableColumn.Label("measure", "measure"), c => c.Quantity.Heading),
                new(TableColumn.Words("quantity", "quantity").InFiles(), c => c.Quantity.Name),
                new(TableColumn.Number("estimate", "estimate", "", 2), c => c.Found.First),
                new(TableColumn.Number("referenceEstimate", "reference", "", 2), c => c.Found.Second),
                new(TableColumn.Difference("difference", "difference", "", 2), c => c.Interval ?? (object?)c.Found.Difference),
                new(
                    TableColumn.Words("verdict", "verdict"),
                    c => c.Quantity.Name == Quantity.Outlived ? VerdictText.Of(Verdicts.Of(c.Interval, study.MeaningfulTicks)) : null),
                new(TableColumn.Number("standardError", "standard error", "", 4).InFiles(), c => c.Found.StandardError),
                new(TableColumn.Estimate("percentile", "percentile interval", "", 4).InFiles(), c => c.Found.Percentile),
                new(TableColumn.Estimate("bca", "BCa interval", "", 4).InFiles(), c => c.Found.BiasCorrected),
                new(TableColumn.Number("correlation", "correlation", "1", 2).InFiles(), c => c.Found.Correlation),
                new(TableColumn.Number("varianceReduction", "variance reduction", "1", 1), c => c.Found.VarianceReduction),
                new(TableColumn.Count("clusters", "clusters", "").InFiles(), c => c.Found.Pairs),
                new(TableColumn.Words("note", "note").InFiles(), c => c.Found.Reason),
            ]);
    }

    /// <summary>How many conditions each verdict holds in, what choosing an arm costs at worst, and, of few conditions, each verdict.</summary>
    private static IEnumerable<ResultTable> ConditionTables(OutlivingStudy study)
    {
        if (study.OtherPaths.Count == 0 || study.Reference is null || study.Samples.Count < 2)
        {
            yield break;
        }

        yield return ConditionTablesOf.Environments(study);
        if (CanBeRead(study))
        {
            yield return ConditionTablesOf.Verdicts(study);
        }
    }

    /// <summary>What the removal does that the experiment asks for.</summary>
    /// <exception cref="ArgumentException">It asks for none.</exception>
    public static ResultTable Intervention(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Removal is { } removal
            ? InterventionTable.Of(removal.Effects, Compared(study), removal.Intervention.Removal.Tick, removal.Intervention.AfterTicks, removal.AreSampled)
            : throw new ArgumentException("The experiment has no intervention.", nameof(study));
    }

    /// <summary>Among programs that saw their leadership leave.</summary>
    public static ResultTable ResidualLife(OutlivingStudy study) => ResidualLifeTables.Summary(study);

    internal static string Compared(OutlivingStudy study) => study.ComparedPath.Length == 0 ? "runs" : study.ComparedPath;

    internal static string Standardized(OutlivingStudy study) =>
        study.OtherPaths.Count == 0 ? ""
        : study.IsCrossed && AreSampled(study) ? Invariant($", over {study.Environments} sampled environments of {string.Join(", ", study.OtherPaths)}")
        : study.IsCrossed ? $", {string.Join(", ", study.OtherPaths)} in equal parts{Weighted(study)}"
        : $", over {string.Join(", ", study.OtherPaths)} as designed";

    private static bool CanBeRead(OutlivingStudy study) => study.Environments <= (AreSampled(study) ? MostSampled : MostConditions);

    private static bool AreSampled(OutlivingStudy study) => study.Samples.Any(s => s.ClustersAreEnvironments);

    internal static string Intervals(OutlivingStudy study) =>
        $"95 % intervals; {(AreSampled(study) ? "environments" : "replicates")} are clusters.";

    private static ColumnOf<ArmSample>[] VerdictColumns(OutlivingStudy study)
    {
        var contrasts = study.ArmContrasts.Where(c => c.Quantity.Name == Quantity.Outlived).ToDictionary(c => c.First);
        return
        [
            new(
                TableColumn.Difference("difference", $"ticks after leadership, difference from {study.Reference!.Level}", "tick", 0),
                s => contrasts.TryGetValue(s.Arm, out var c) ? c.Interval ?? (object?)c.Found.Difference : null),
            new(
                TableColumn.Words("verdict", "verdict"),
                s => contrasts.TryGetValue(s.Arm, out var c) ? VerdictText.Of(Verdicts.Of(c.Interval, study.MeaningfulTicks)) : "reference"),
        ];
    }

    private static string Weighted(OutlivingStudy study) =>
        study.Samples.Any(s => s.PointWeights.Distinct().Count() > 1) ? " by the weights of their levels" : "";

    private static TableColumn ColumnOf(Quantity state, bool isDetail) =>
        TableColumn.Estimate(state.Name, state.Heading, "share", 2) with { IsDetail = isDetail };
}
