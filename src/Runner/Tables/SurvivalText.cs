using System.Globalization;
using System.Text;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Runner.Tables;

/// <summary>The answer as tables for people.</summary>
internal static class SurvivalText
{
    private const string Nothing = "–";

    public static string Of(SurvivalAnswer answer)
    {
        var text = new StringBuilder();
        text.Append(TextTable.Of([Header(answer), .. answer.Curves.Select(c => Row(c, answer))]));
        text.AppendLine().Append(TextTable.Of([["group", $"lower quartile [{Percent(answer.Level)}]", $"upper quartile [{Percent(answer.Level)}]", "cumulative hazard at the end (standard error)"], .. answer.Curves.Zip(answer.Hazards, Spread)]));
        if (answer.LogRank is { } test)
        {
            AppendLogRank(text, answer, test);
        }

        for (var k = 0; k < answer.Means.Count; k++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nmean to {Number(answer.Taus[k])} compared with {Name(answer.Curves[0])}\n");
            text.Append(TextTable.Of([["group", "difference", Percent(answer.Level), "p", "ratio", Percent(answer.Level)], .. answer.Means[k].Zip(answer.Curves.Skip(1), Row)]));
        }

        if (answer.Cox is { } cox)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nCox model ({(cox.Ties == TiedTimes.Efron ? "Efron" : "Breslow")} ties), {cox.Count} rows, {cox.Events} events\n");
            AppendModel(text, cox, answer.Level);
            text.Append("proportional hazards (Schoenfeld): ").AppendLine(Test(answer.Proportional?.Global, answer.Proportional?.Reason ?? ""));
            text.Append(TextTable.Of([["", $"proportional hazards, by {(answer.TimeScale == TimeScale.Identity ? "time" : "1 − S(t−)")}"], .. (answer.Proportional?.Columns ?? []).Select(c => (IReadOnlyList<string>)[c.Name, Test(c.Test, "not estimated")])]));
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
        text.Append(CultureInfo.InvariantCulture, $"\n{test.Weight}{Within(answer)}: ").AppendLine(Test(test.Test, test.Reason));
        text.Append(TextTable.Of([["group", "observed", "expected"], .. test.Groups.Select(g => (IReadOnlyList<string>)[g.Group.Length == 0 ? "all" : g.Group, Number(g.Observed), Number(g.Expected)])]));
    }

    private static void AppendModel(StringBuilder text, CoxFit fit, double level)
    {
        text.Append(TextTable.Of([["", "hazard ratio", Percent(level), "coefficient", "standard error", "p"], .. fit.Coefficients.Select(c => Row(c, level))]));
        text.Append(CultureInfo.InvariantCulture, $"log-likelihood {fit.LogLikelihoodNull:F3} without, {fit.LogLikelihood:F3} with the columns; concordance {Number(fit.Concordance?.Estimate)} ({Number(fit.Concordance?.StandardError)})\n");
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

        text.AppendLine().Append(TextTable.Of([["cause", "group", "n", "events", "incidence at the end", answer.Variance == IncidenceVariance.Aalen ? "standard error (Aalen)" : "standard error", Percent(answer.Level)], .. answer.Incidences.Select(i => Row(i, answer.Causes))]));
        foreach (var gray in answer.Gray)
        {
            text.Append(CultureInfo.InvariantCulture, $"Gray's test, cause {answer.Causes[gray.Cause - 1]}{Within(answer)}: ").AppendLine(Test(gray.Test, gray.Reason));
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
            text.Append(CultureInfo.InvariantCulture, $"\nhazard per tick (complementary log-log), {discrete.Events} events in {discrete.TicksAtRisk} ticks at risk, log-likelihood {discrete.LogLikelihood:F3}\n");
            text.Append(TextTable.Of([["", "hazard ratio", Percent(answer.Level), "coefficient", "standard error", "p"], .. discrete.Coefficients.Skip(discrete.Pieces).Select(c => Row(c, answer.Level))]));
            text.Append(TextTable.Of([["", "hazard per tick, all columns 0"], .. discrete.Coefficients.Take(discrete.Pieces).Zip(discrete.BaselineHazards, (c, h) => (IReadOnlyList<string>)[c.Name, Number(h)])]));
        }
    }

    private static IReadOnlyList<string> Header(SurvivalAnswer answer) =>
        ["group", "n", "events", $"median [{Percent(answer.Level)}]", .. answer.Taus.Count == 0 ? [$"mean to {Nothing} (standard error)"] : answer.Taus.Select(to => $"mean to {Number(to)} (standard error)")];

    private static IReadOnlyList<string> Row(KaplanMeierCurve curve, SurvivalAnswer answer) =>
        [Name(curve), Number(curve.Count), Number(curve.Events), Quantile(curve, 0.5), .. answer.Taus.Count == 0 ? [Nothing] : answer.Taus.Select(to => Mean(curve, curve.RestrictedMeanTo(to)))];

    // Without events by then there is no error that could be estimated.
    private static string Mean(KaplanMeierCurve curve, RestrictedMean mean) => $"{Number(mean.Value)} ({(curve.HasEventBefore(mean.Tau) ? Number(mean.StandardError) : Nothing)})";

    private static IReadOnlyList<string> Spread(KaplanMeierCurve curve, CumulativeHazard hazard) =>
        [Name(curve), Quantile(curve, 0.25), Quantile(curve, 0.75), hazard.Rows.Count == 0 ? Nothing : $"{Number(hazard.Rows[^1].Hazard)} ({(curve.Events > 0 ? Number(hazard.Rows[^1].StandardError) : Nothing)})"];

    private static string Quantile(KaplanMeierCurve curve, double share) => curve.Quantile(share) is var q ? $"{Number(q.Estimate)} {Range(q.Lower, q.Upper)}" : "";

    private static IReadOnlyList<string> Row(RestrictedMeanContrast means, KaplanMeierCurve curve) =>
    [
        Name(curve), Number(means.Difference.Estimate), Range(means.Difference), Number(means.Difference.PValue),
        Number(means.Ratio?.Estimate), Range(means.Ratio),
    ];

    private static IReadOnlyList<string> Row(CoxCoefficient c, double level)
    {
        var interval = c.IntervalAt(level);
        var (lower, upper) = interval is null ? ((double?)null, (double?)null) : (Math.Exp(interval.Lower), Math.Exp(interval.Upper));
        return [c.Name, Number(c.HazardRatio), Range(lower, upper), Number(c.Coefficient), Number(c.RobustStandardError ?? c.StandardError), Number(c.PValue)];
    }

    private static IReadOnlyList<string> Row(CumulativeIncidence incidence, IReadOnlyList<string> causes)
    {
        var last = incidence.Rows.Count > 0 ? incidence.Rows[^1] : null;
        return [causes[incidence.Cause - 1], incidence.Group.Length == 0 ? "all" : incidence.Group, Number(incidence.Count), Number(incidence.Events), Number(last?.Incidence), Number(last?.StandardError), Range(last?.Lower, last?.Upper)];
    }

    private static string Within(SurvivalAnswer answer) => answer.Strata is { } strata ? $" within {strata}" : "";

    private static string Name(KaplanMeierCurve curve) => curve.Group.Length == 0 ? "all" : curve.Group;

    // Without an error, as where nobody had the event yet, there is no interval.
    private static string Range(Effect? effect) => effect is { StandardError: > 0 } ? Range(effect.Lower, effect.Upper) : Nothing;

    private static string Range(double? lower, double? upper) => $"[{Number(lower)}, {Number(upper)}]";

    private static string Percent(double level) => string.Create(CultureInfo.InvariantCulture, $"{level * 100:0.###} %");

    private static string Test(ChiSquareTest? test, string reason) =>
        test is null ? $"none: {reason}" : string.Create(CultureInfo.InvariantCulture, $"χ² = {test.ChiSquare:G5} on {test.DegreesOfFreedom} {(test.DegreesOfFreedom == 1 ? "degree" : "degrees")} of freedom, p = {test.PValue:G3}");

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("G5", CultureInfo.InvariantCulture) : Nothing;
}
