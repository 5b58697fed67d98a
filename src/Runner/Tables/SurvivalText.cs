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
        text.Append(TextTable.Of([Header(answer), .. answer.Curves.Select(c => Row(c, answer.Tau))]));
        if (answer.LogRank is { } test)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{test.Weight}{Within(answer)}: ").AppendLine(Test(test.Test, test.Reason));
        }

        if (answer.Means.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nmean to {Number(answer.Tau)} compared with {Name(answer.Curves[0])}\n");
            text.Append(TextTable.Of([["group", "difference", Percent(answer.Level), "p", "ratio", Percent(answer.Level)], .. answer.Means.Zip(answer.Curves.Skip(1), Row)]));
        }

        if (answer.Cox is { } cox)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nCox model ({(cox.Ties == TiedTimes.Efron ? "Efron" : "Breslow")} ties), {cox.Count} rows, {cox.Events} events\n");
            text.Append(TextTable.Of([["", "hazard ratio", Percent(answer.Level), "coefficient", "standard error", "p"], .. cox.Coefficients.Select(c => Row(c, answer.Level))]));
            text.Append(CultureInfo.InvariantCulture, $"log-likelihood {cox.LogLikelihoodNull:F3} without, {cox.LogLikelihood:F3} with the columns; concordance {Number(cox.Concordance?.Estimate)}\n");
            text.Append("proportional hazards (Schoenfeld): ").AppendLine(Test(answer.Proportional?.Global, answer.Proportional?.Reason ?? ""));
        }

        if (answer.Incidences.Count > 0)
        {
            text.AppendLine().Append(TextTable.Of([["cause", "group", "n", "events", "incidence at the end", answer.Variance == IncidenceVariance.Aalen ? "standard error (Aalen)" : "standard error"], .. answer.Incidences.Select(i => Row(i, answer.Causes))]));
            foreach (var gray in answer.Gray)
            {
                text.Append(CultureInfo.InvariantCulture, $"Gray's test, cause {answer.Causes[gray.Cause - 1]}{Within(answer)}: ").AppendLine(Test(gray.Test, gray.Reason));
            }
        }

        foreach (var caution in answer.Cautions)
        {
            text.AppendLine().Append("caution: ").AppendLine(caution);
        }

        return text.ToString();
    }

    private static IReadOnlyList<string> Header(SurvivalAnswer answer) =>
        ["group", "n", "events", $"median [{Percent(answer.Level)}]", string.Create(CultureInfo.InvariantCulture, $"mean to {Number(answer.Tau)} (standard error)")];

    private static IReadOnlyList<string> Row(KaplanMeierCurve curve, double? tau)
    {
        var median = curve.Median;
        var mean = tau is { } to ? curve.RestrictedMeanTo(to) : null;
        return [Name(curve), Number(curve.Count), Number(curve.Events), $"{Number(median.Estimate)} {Range(median.Lower, median.Upper)}", mean is null ? Nothing : $"{Number(mean.Value)} ({Number(mean.StandardError)})"];
    }

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

    private static IReadOnlyList<string> Row(CumulativeIncidence incidence, IReadOnlyList<string> causes) =>
        [causes[incidence.Cause - 1], incidence.Group.Length == 0 ? "all" : incidence.Group, Number(incidence.Count), Number(incidence.Events), Number(incidence.Rows.Count > 0 ? incidence.Rows[^1].Incidence : null), Number(incidence.Rows.Count > 0 ? incidence.Rows[^1].StandardError : null)];

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
