using System.Globalization;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Runner.Tables;

/// <summary>The answer as one JSON document: parts that were not asked for are left out, numbers that do not exist are null. Cautions stand beside it.</summary>
internal static class SurvivalJson
{
    public static string Of(SurvivalAnswer answer)
    {
        var document = new Dictionary<string, object> { ["kaplanMeier"] = answer.Curves.Select(c => Curve(c, answer.Tau)) };
        if (answer.LogRank is { } test)
        {
            document["logRank"] = new
            {
                test.Test?.ChiSquare,
                test.Test?.DegreesOfFreedom,
                test.Test?.PValue,
                Observed = test.Groups.Select(g => g.Observed),
                Expected = test.Groups.Select(g => g.Expected),
            };
        }

        if (answer.Cox is { } cox)
        {
            document["cox"] = Model(cox);
        }

        if (answer.Incidences.Count > 0)
        {
            document["cumulativeIncidence"] = answer.Incidences.Select(i => Incidence(i, answer.Causes));
        }

        return JsonText.Of(document) + Environment.NewLine;
    }

    private static object Curve(KaplanMeierCurve curve, double? tau)
    {
        var median = curve.Median;
        return new
        {
            Group = NameOf(curve.Group),
            N = curve.Count,
            curve.Events,
            Time = curve.Rows.Select(r => r.Time),
            AtRisk = curve.Rows.Select(r => r.AtRisk),
            Event = curve.Rows.Select(r => r.Events),
            Censored = curve.Rows.Select(r => r.Censored),
            Survival = curve.Rows.Select(r => r.Survival),
            StandardError = curve.Rows.Select(r => r.StandardError),
            Lower = curve.Rows.Select(r => r.Lower),
            Upper = curve.Rows.Select(r => r.Upper),
            Median = median.Estimate,
            MedianLower = median.Lower,
            MedianUpper = median.Upper,
            Rmst = tau is { } to ? curve.RestrictedMeanTo(to) : null,
        };
    }

    private static object Model(CoxFit cox) => new
    {
        cox.Ties,
        Coefficients = cox.Coefficients.Select(c => new { c.Name, c.Coefficient, StandardError = c.RobustStandardError ?? c.StandardError, c.Z, c.PValue }),
        LogLikelihood = new[] { cox.LogLikelihoodNull, cox.LogLikelihood },
        Concordance = cox.Concordance?.Estimate,
    };

    private static object Incidence(CumulativeIncidence incidence, IReadOnlyList<string> causes) => new
    {
        Group = NameOf(incidence.Group),
        Cause = int.TryParse(causes[incidence.Cause - 1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? (object)number : causes[incidence.Cause - 1],
        Time = incidence.Rows.Select(r => r.Time),
        Incidence = incidence.Rows.Select(r => r.Incidence),
        StandardError = incidence.Rows.Select(r => r.StandardError),
    };

    private static string NameOf(string group) => group.Length == 0 ? "all" : group;
}
