using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Hazard ratios of arms after their leadership left: a Cox model with conditions as strata and replicates as clusters.</summary>
public static class CoxTable
{
    // Enough for a ratio to two digits; more take minutes. They are those of the first replicates of every design point.
    private const int MostLives = 20_000;

    /// <summary>The table; null where no arms are compared, or nobody entered.</summary>
    public static ResultTable? Of(OutlivingStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Reference is not { } reference || study.ByPoint.Sum(s => s.FoundingExits) == 0)
        {
            return null;
        }

        string[] arms = [.. study.Arms.Where(a => a != reference.Level)];
        var rows = RowsOf(study, arms);
        var fit = CoxModel.Fit(new CoxData(arms, rows));
        return ResultTable.Of(
            "cox",
            Invariant($"Among programs that saw their leadership leave: hazard ratios against {reference.Label} ({fit.Count} lives, {fit.Events} failures)"),
            $"A selection, as in residual-life. Cox model of life after the exit, {(study.OtherPaths.Count == 0 ? "" : "conditions as strata, ")}tied ticks by Efron; errors robust to {(AreSampled(study) ? "environments" : "replicates")} as clusters; 95 % Wald intervals. One ratio stands for all ticks: where hazards are not proportional it is an average over failures, and restricted means say more.",
            fit.Coefficients,
            [
                new(TableColumn.Label("arm", StudyTables.Compared(study)), c => c.Name),
                new(TableColumn.Label("reference", "reference") with { IsDetail = true }, _ => reference.Level),
                new(TableColumn.Measure("hazardRatio", "hazard ratio", digits: 3) with { IsInterval = true }, RatioOf),
                new(TableColumn.Number("coefficient", "its logarithm", "", 3), c => c.Coefficient),
                new(TableColumn.Number("standardError", "robust error", "", 3), c => c.RobustStandardError ?? c.StandardError),
                new(TableColumn.Number("z", "z", "", 2), c => c.Z),
                new(TableColumn.Measure("p", "p", "1", 2), c => c.PValue),
                new(TableColumn.Words("note", "note") with { IsDetail = fit.Problems.Count == 0 }, c => c.Reason),
            ]);
    }

    private static object? RatioOf(CoxCoefficient found) =>
        found.IntervalAt() is { } i ? new Interval(Math.Exp(i.Estimate), Math.Exp(i.Lower), Math.Exp(i.Upper)) : found.HazardRatio;

    private static CoxRow[] RowsOf(OutlivingStudy study, string[] arms)
    {
        var most = Math.Max(1, MostLives / study.ByPoint.Count);
        var environments = AreSampled(study);
        return
        [
            .. from summary in study.ByPoint
               let values = (IReadOnlyList<double>)[.. arms.Select(a => a == summary.Group.Arm.Level ? 1.0 : 0)]
               let condition = summary.Group.ConditionText
               from life in TimeOrigin.ResidualLives(summary.Group.Runs.OrderBy(r => r.Replicate)).Take(most)
               select new CoxRow(life.Time, life.Event, values) { Stratum = condition, Cluster = environments ? condition : life.Cluster },
        ];
    }

    private static bool AreSampled(OutlivingStudy study) => study.Samples.Any(s => s.ClustersAreEnvironments);
}
