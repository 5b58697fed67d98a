using System.Globalization;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Tables of a study that are written to files and not read by eye: arms by tick, and design points.</summary>
public static class StudyCurves
{
    /// <summary>The tables.</summary>
    /// <param name="study">The study.</param>
    /// <param name="analyses">Names of the analyses that are asked for.</param>
    public static IReadOnlyList<ResultTable> Of(OutlivingStudy study, IReadOnlyList<string> analyses)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(analyses);
        return
        [
            .. analyses.Contains("states") ? [States(study)] : Array.Empty<ResultTable>(),
            .. analyses.Contains("survival") ? [Survival(study)] : Array.Empty<ResultTable>(),
        ];
    }

    /// <summary>Standardized shares of all programs in each state, by arm and tick.</summary>
    public static ResultTable States(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var states = Enum.GetValues<ProgramState>();
        var rows = study.Samples.Select(s => (s.Arm, s.Runs.Count, Occupation: study.Occupation(s)))
            .SelectMany(s => Enumerable.Range(0, study.HorizonTicks + 1).Select(tick => (s.Arm, s.Count, s.Occupation, Tick: tick))).ToArray();
        return ResultTable.Of(
            "states-by-tick",
            "States of all programs by tick" + StudyTables.Standardized(study),
            "Counted from raw event ticks; no run is censored before the horizon. Standard errors of clusters.",
            rows,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), r => r.Arm.Level),
                new(TableColumn.Label("tick", "tick"), r => r.Tick),
                new(TableColumn.Count("runs", "runs"), r => r.Count),
                .. states.Select(state => new ColumnOf<(Arm Arm, int Count, StateOccupation Occupation, int Tick)>(
                    TableColumn.Number(NameOf(state), Quantity.Words(state), "share", 3), r => r.Occupation[state][r.Tick])),
                .. states.Select(state => new ColumnOf<(Arm Arm, int Count, StateOccupation Occupation, int Tick)>(
                    TableColumn.Number(NameOf(state) + "StandardError", "standard error", "share", 4), r => r.Occupation.ErrorsOf(state)[r.Tick])),
            ]);
    }

    /// <summary>Survival after the leadership left, by arm and tick: standardized over conditions, and with all entries counted alike.</summary>
    public static ResultTable Survival(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var rows = study.Samples.Zip(study.ByArm, (sample, counts) => (sample.Arm, Curve: study.SurvivalOf(sample), Pooled: counts.Survival))
            .SelectMany(s => s.Pooled.Rows.Select(row => (s.Arm, s.Curve, Row: row))).ToArray();
        return ResultTable.Of(
            "survival",
            "Among programs that saw their leadership leave: share alive by tick after the exit",
            "survival: weighted mean of the conditions' Kaplan–Meier curves, with 95 % log-log bands from clusters; pooledSurvival: one curve of all entries.",
            rows,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), r => r.Arm.Level),
                new(TableColumn.Label("time", "ticks since the exit"), r => r.Row.Time),
                new(TableColumn.Count("atRisk", "at risk"), r => r.Row.AtRisk),
                new(TableColumn.Count("events", "failed"), r => r.Row.Events),
                new(TableColumn.Count("censored", "censored"), r => r.Row.Censored),
                new(TableColumn.Estimate("survival", "share alive", "share", 3), r => r.Curve.At((int)r.Row.Time)),
                new(TableColumn.Number("pooledSurvival", "pooled", "share", 3), r => r.Row.Survival),
                new(TableColumn.Number("pooledLower95", "lower", "share", 3), r => r.Row.Lower),
                new(TableColumn.Number("pooledUpper95", "upper", "share", 3), r => r.Row.Upper),
            ]);
    }

    /// <summary>Tables of design points, of which there can be very many: they are read row by row, and written as Parquet.</summary>
    /// <param name="study">The study.</param>
    /// <param name="analyses">Names of the analyses that are asked for.</param>
    public static IReadOnlyList<ResultTable> OfPoints(OutlivingStudy study, IReadOnlyList<string> analyses)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(analyses);
        return study.Points.Count == study.Samples.Count ? []
            : [ByPoint(study), .. analyses.Contains("states") ? [StatesByPoint(study)] : Array.Empty<ResultTable>()];
    }

    /// <summary>Shares of the programs of each design point in each state, at asked-for ticks.</summary>
    public static ResultTable StatesByPoint(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return ResultTable.Of(
            "states-by-point",
            "States of the programs of each design point",
            "Counted from raw event ticks; no run is censored before the horizon.",
            study.Points.SelectMany(p => study.Ticks.Select(tick => (Point: p.Group, Tick: tick))),
            study.Points.Count * study.Ticks.Count,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), r => r.Point.Arm.Level),
                .. Conditions<(RunGroup Point, int Tick)>(study, r => r.Point),
                new(TableColumn.Count("runs", "runs"), r => r.Point.Runs.Count),
                new(TableColumn.Count("tick", "tick", "tick"), r => r.Tick),
                .. Enum.GetValues<ProgramState>().Select(state => new ColumnOf<(RunGroup Point, int Tick)>(
                    TableColumn.Number(NameOf(state), Quantity.Words(state), "share", 3),
                    r => r.Point.Runs.Count(run => ProgramCourse.StateAt(run, r.Tick) == state) / (double)r.Point.Runs.Count)),
            ]);
    }

    // Levels of the other factors: numbers where all of them are.
    private static IEnumerable<ColumnOf<T>> Conditions<T>(OutlivingStudy study, Func<T, RunGroup> group) => study.OtherPaths.Select((path, k) =>
        study.Points.All(p => Number(p.Group.Conditions[k].Value) is not null)
            ? new ColumnOf<T>(TableColumn.NumberLabel(path, path), x => Number(group(x).Conditions[k].Value))
            : new ColumnOf<T>(TableColumn.Label(path, path), x => group(x).Conditions[k].Value));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Each design point: over all its programs, and among those that saw their leadership leave.</summary>
    public static ResultTable ByPoint(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ColumnOf<OutlivingSummary> Mean(Quantity quantity) =>
            new(TableColumn.Number(quantity.Name, quantity.Heading, quantity.Unit, 1), s => s.Group.Runs.Average(r => quantity.Value(r)));
        return ResultTable.Of(
            "by-point",
            "Each design point",
            "Means over all runs of a point; then, among programs that saw their leadership leave, the share alive at the landmark (Wilson's 95 % interval) and the restricted mean.",
            study.ByPoint,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), s => s.Group.Arm.Level),
                .. Conditions<OutlivingSummary>(study, s => s.Group),
                new(TableColumn.Count("runs", "runs"), s => s.Group.Runs.Count),
                .. study.Quantities.Select(Mean),
                new(TableColumn.Count("entries", "leadership left"), s => s.FoundingExits),
                new(TableColumn.Count("failedBefore", "failed before"), s => s.FailedBeforeExit),
                new(TableColumn.Count("failedAfter", "failed after"), s => s.FailedAfterExit),
                new(TableColumn.Count("observable", "could be watched"), s => s.Outlives.Trials),
                new(
                    TableColumn.Estimate("aliveAtLandmark", Invariant($"share alive after {study.Landmark} ticks"), "share", 2),
                    s => s.Outlives.Interval),
                new(TableColumn.Number("median", "median, ticks", "tick", 0), s => s.FoundingExits == 0 ? null : s.Survival.Median.Estimate),
                new(
                    TableColumn.Estimate("restrictedMean", Invariant($"mean to tick {study.RestrictedMeanTicks}"), "tick", 1),
                    s => s.RestrictedMean),
            ]);
    }

    private static string NameOf(ProgramState state) => Quantity.StatesAt(0)[(int)state].Name;
}
