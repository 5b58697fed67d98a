using System.Text;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>The answer as tables for people.</summary>
internal static class SurvivalText
{
    public static string Of(SurvivalAnswer answer)
    {
        var text = new StringBuilder();
        text.Append(Table(answer.Curves,
        [
            new(TableColumn.Label("group", "group"), Name),
            new(TableColumn.Measure("n", "n"), c => c.Count),
            new(TableColumn.Measure("events", "events"), c => c.Events),
            Words<KaplanMeierCurve>($"median [{Percent(answer.Level)}]", c => Quantile(c, 0.5)),
            .. answer.Taus.Count == 0
                ? [Words<KaplanMeierCurve>($"mean to {CellText.Nothing} (standard error)", _ => CellText.Nothing)]
                : answer.Taus.Select(to => Words<KaplanMeierCurve>($"mean to {Number(to)} (standard error)", c => Mean(c, c.RestrictedMeanTo(to)))),
        ]));
        text.AppendLine().Append(Table<(KaplanMeierCurve Curve, CumulativeHazard Hazard)>([.. answer.Curves.Zip(answer.Hazards)],
        [
            new(TableColumn.Label("group", "group"), g => Name(g.Curve)),
            Words<(KaplanMeierCurve Curve, CumulativeHazard Hazard)>($"lower quartile [{Percent(answer.Level)}]", g => Quantile(g.Curve, 0.25)),
            Words<(KaplanMeierCurve Curve, CumulativeHazard Hazard)>($"upper quartile [{Percent(answer.Level)}]", g => Quantile(g.Curve, 0.75)),
            Words<(KaplanMeierCurve Curve, CumulativeHazard Hazard)>("cumulative hazard at the end (standard error)", g => AtTheEnd(g.Curve, g.Hazard)),
        ]));
        if (answer.LogRank is { } test)
        {
            AppendLogRank(text, answer, test);
        }

        for (var k = 0; k < answer.Means.Count; k++)
        {
            text.Append(Invariant($"\nmean to {Number(answer.Taus[k])} compared with {Name(answer.Curves[0])}\n"));
            text.Append(MeansTable([.. answer.Means[k].Zip(answer.Curves.Skip(1))], Percent(answer.Level)));
        }

        if (answer.Cox is { } cox)
        {
            text.Append(Invariant($"\nCox model ({(cox.Ties == TiedTimes.Efron ? "Efron" : "Breslow")} ties), {cox.Count} rows, {cox.Events} events\n"));
            AppendModel(text, cox, answer.Level);
            text.Append("proportional hazards (Schoenfeld): ").AppendLine(Test(answer.Proportional?.Global, answer.Proportional?.Reason ?? ""));
            text.Append(Table<(string Name, ChiSquareTest? Test)>([.. (answer.Proportional?.Columns ?? []).Select(c => (c.Name, c.Test))],
            [
                new(TableColumn.Label("column", ""), c => c.Name),
                Words<(string Name, ChiSquareTest? Test)>(
                    $"proportional hazards, by {(answer.TimeScale == TimeScale.Identity ? "time" : "1 − S(t−)")}", c => Test(c.Test, "not estimated")),
            ]));
        }

        AppendIncidences(text, answer);
        AppendOtherModels(text, answer);
        foreach (var caution in answer.Cautions)
        {
            text.AppendLine().Append("caution: ").AppendLine(caution);
        }

        return text.ToString();
    }

    private static void AppendLogRank(StringBuilder text, SurvivalAnswer answer, LogRankTest test)
    {
        text.Append(Invariant($"\n{test.Weight}{Within(answer)}: ")).AppendLine(Test(test.Test, test.Reason));
        text.Append(Table(test.Groups,
        [
            new(TableColumn.Label("group", "group"), g => g.Group.Length == 0 ? "all" : g.Group),
            new(TableColumn.Measure("observed", "observed"), g => g.Observed),
            new(TableColumn.Measure("expected", "expected"), g => g.Expected),
        ]));
    }

    private static void AppendModel(StringBuilder text, CoxFit fit, double level)
    {
        text.Append(CoefficientsTable(fit.Coefficients, level));
        text.Append(Invariant($"log-likelihood {fit.LogLikelihoodNull:F3} without, {fit.LogLikelihood:F3} with the columns; concordance {Number(fit.Concordance?.Estimate)} ({Number(fit.Concordance?.StandardError)})\n"));
        text.Append("likelihood ratio: ").AppendLine(Test(fit.LikelihoodRatio, "no column has an estimate"));
        text.Append("Wald: ").AppendLine(Test(fit.Wald, "an estimate is infinite, or none exists"));
        text.Append("score: ").AppendLine(Test(fit.Score, "no column has an estimate"));
    }

    private static void AppendIncidences(StringBuilder text, SurvivalAnswer answer)
    {
        if (answer.Incidences.Count == 0)
        {
            return;
        }

        text.AppendLine()
            .Append(Table<(CumulativeIncidence Of, CumulativeIncidenceRow? Last)>([.. answer.Incidences.Select(i => (i, i.Rows.Count > 0 ? i.Rows[^1] : null))],
        [
            new(TableColumn.Label("cause", "cause"), i => answer.Causes[i.Of.Cause - 1]),
            new(TableColumn.Label("group", "group"), i => i.Of.Group.Length == 0 ? "all" : i.Of.Group),
            new(TableColumn.Measure("n", "n"), i => i.Of.Count),
            new(TableColumn.Measure("events", "events"), i => i.Of.Events),
            new(TableColumn.Measure("incidence", "incidence at the end"), i => i.Last?.Incidence),
            new(TableColumn.Measure("standardError", answer.Variance == IncidenceVariance.Aalen ? "standard error (Aalen)" : "standard error"),
                i => i.Last?.StandardError),
            Words<(CumulativeIncidence Of, CumulativeIncidenceRow? Last)>(Percent(answer.Level), i => Range(i.Last?.Lower, i.Last?.Upper)),
        ]));
        foreach (var gray in answer.Gray)
        {
            text.Append(Invariant($"Gray's test, cause {answer.Causes[gray.Cause - 1]}{Within(answer)}: "))
                .AppendLine(Test(gray.Test, gray.Reason));
        }
    }

    private static void AppendOtherModels(StringBuilder text, SurvivalAnswer answer)
    {
        if (answer.FineGray is { } subdistribution)
        {
            text.Append("\nFine–Gray model of the event's incidence (ratios of subdistribution hazards)\n");
            AppendModel(text, subdistribution, answer.Level);
        }

        if (answer.Discrete is { } discrete)
        {
            text.Append(Invariant($"\nhazard per tick (complementary log-log), {discrete.Events} events in {discrete.TicksAtRisk} ticks at risk, log-likelihood {discrete.LogLikelihood:F3}\n"));
            text.Append(CoefficientsTable([.. discrete.Coefficients.Skip(discrete.Pieces)], answer.Level));
            text.Append(Table<(string Name, double? Hazard)>([
                .. discrete.Coefficients.Take(discrete.Pieces).Zip(discrete.BaselineHazards, (c, h) => (c.Name, h))],
            [
                new(TableColumn.Label("ticks", ""), p => p.Name),
                new(TableColumn.Measure("hazard", "hazard per tick, all columns 0"), p => p.Hazard),
            ]));
        }
    }

    private static string MeansTable((RestrictedMeanContrast Of, KaplanMeierCurve Curve)[] means, string level) => Table(means,
    [
        new(TableColumn.Label("group", "group"), m => Name(m.Curve)),
        new(TableColumn.Measure("difference", "difference"), m => m.Of.Difference.Estimate),
        Words<(RestrictedMeanContrast Of, KaplanMeierCurve Curve)>(level, m => Range(m.Of.Difference)),
        new(TableColumn.Measure("p", "p"), m => m.Of.Difference.PValue),
        new(TableColumn.Measure("ratio", "ratio"), m => m.Of.Ratio?.Estimate),
        Words<(RestrictedMeanContrast Of, KaplanMeierCurve Curve)>(level, m => Range(m.Of.Ratio)),
    ]);

    private static string CoefficientsTable(IReadOnlyCollection<CoxCoefficient> coefficients, double level) => Table(coefficients,
    [
        new(TableColumn.Label("column", ""), c => c.Name),
        new(TableColumn.Measure("hazardRatio", "hazard ratio"), c => c.HazardRatio),
        Words<CoxCoefficient>(Percent(level), c => RatioRange(c, level)),
        new(TableColumn.Measure("coefficient", "coefficient"), c => c.Coefficient),
        new(TableColumn.Measure("standardError", "standard error"), c => c.RobustStandardError ?? c.StandardError),
        new(TableColumn.Measure("p", "p"), c => c.PValue),
    ]);

    private static string Table<T>(IReadOnlyCollection<T> rows, IReadOnlyList<ColumnOf<T>> columns) =>
        TextTable.OnTerminal(ResultTable.Of("survival", "", "", rows, columns));

    private static ColumnOf<T> Words<T>(string heading, Func<T, string> cell) => new(TableColumn.Words(heading, heading), cell);

    // Without events by then there is no error that could be estimated.
    private static string Mean(KaplanMeierCurve curve, RestrictedMean mean) =>
        $"{Number(mean.Value)} ({(curve.HasEventBefore(mean.Tau) ? Number(mean.StandardError) : CellText.Nothing)})";

    private static string AtTheEnd(KaplanMeierCurve curve, CumulativeHazard hazard) => hazard.Rows.Count == 0
        ? CellText.Nothing
        : $"{Number(hazard.Rows[^1].Hazard)} ({(curve.Events > 0 ? Number(hazard.Rows[^1].StandardError) : CellText.Nothing)})";

    private static string Quantile(KaplanMeierCurve curve, double share) =>
        curve.Quantile(share) is var q ? $"{Number(q.Estimate)} {Range(q.Lower, q.Upper)}" : "";

    private static string RatioRange(CoxCoefficient c, double level) =>
        c.IntervalAt(level) is { } interval ? Range(Math.Exp(interval.Lower), Math.Exp(interval.Upper)) : Range(null, null);

    private static string Within(SurvivalAnswer answer) => answer.Strata is { } strata ? $" within {strata}" : "";

    private static string Name(KaplanMeierCurve curve) => curve.Group.Length == 0 ? "all" : curve.Group;

    // Without an error, as where nobody had the event yet, there is no interval.
    private static string Range(Effect? effect) => effect is { StandardError: > 0 } ? Range(effect.Lower, effect.Upper) : CellText.Nothing;

    private static string Range(double? lower, double? upper) => $"[{Number(lower)}, {Number(upper)}]";

    private static string Percent(double level) => Invariant($"{level * 100:0.###} %");

    private static string Test(ChiSquareTest? test, string reason) =>
        test is null
            ? $"none: {reason}"
            : Invariant($"χ² = {test.ChiSquare:G5} on {test.DegreesOfFreedom} {(test.DegreesOfFreedom == 1 ? "degree" : "degrees")} of freedom, p = {test.PValue:G3}");

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? Invariant($"{number:G5}") : CellText.Nothing;
}
