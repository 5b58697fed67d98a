using System.Globalization;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.OwnTables;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>
/// The answer as one JSON document, with all that the text has and more: parts that were not asked for are left out, numbers that do not exist are
/// null.
/// </summary>
internal static class SurvivalJson
{
    private static readonly double[] Quartiles = [0.25, 0.5, 0.75];

    public static string Of(SurvivalAnswer answer)
    {
        var document = new Dictionary<string, object>
        {
            ["level"] = answer.Level,
            ["kaplanMeier"] = answer.Curves.Select((c, k) => Curve(c, answer.Hazards[k], answer.Taus)),
        };
        if (answer.LogRank is { } test)
        {
            document["logRank"] = LogRank(test, answer.Strata is not null);
        }

        if (answer.Means.Count > 0)
        {
            document["means"] = answer.Means.SelectMany((means, k) => means.Select((m, group) => Mean(m, answer, k, group + 1)));
        }

        if (answer.Cox is { } cox)
        {
            document["cox"] = Model(cox, answer.Level, answer);
        }

        if (answer.Incidences.Count > 0)
        {
            document["variance"] = answer.Variance;
            document["cumulativeIncidence"] = answer.Incidences.Select(i => Incidence(i, answer.Causes));
            document["gray"] = answer.Gray.Select(g => new { Cause = CauseOf(answer.Causes[g.Cause - 1]), Test = Test(g.Test), g.Reason });
        }

        if (answer.FineGray is { } subdistribution)
        {
            document["fineGray"] = Model(subdistribution, answer.Level, null);
        }

        if (answer.Discrete is { } discrete)
        {
            document["discrete"] = new
            {
                Coefficients = discrete.Coefficients.Select(c => Coefficient(c, answer.Level)),
                discrete.Pieces,
                discrete.BaselineHazards,
                discrete.Events,
                discrete.TicksAtRisk,
                discrete.LogLikelihood,
            };
        }

        document["cautions"] = answer.Cautions;
        return JsonText.Of(document) + Environment.NewLine;
    }

    private static object Curve(KaplanMeierCurve curve, CumulativeHazard hazard, IReadOnlyList<double> taus)
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
            Quantiles = Quartiles.Select(p => (Share: p, Quantile: curve.Quantile(p))).Select(
                q => new { q.Share, Time = q.Quantile.Estimate, q.Quantile.Lower, q.Quantile.Upper }),
            NelsonAalen = new
            {
                Time = hazard.Rows.Select(r => r.Time),
                Hazard = hazard.Rows.Select(r => r.Hazard),
                StandardError = hazard.Rows.Select(r => r.StandardError),
            },
            Rmst = taus.Count > 0 ? RestrictedMean(curve, taus[0]) : null,
            Means = taus.Select(to => RestrictedMean(curve, to)),
        };
    }

    // Without events by then there is no error that could be estimated.
    private static object RestrictedMean(KaplanMeierCurve curve, double tau)
    {
        var mean = curve.RestrictedMeanTo(tau);
        return new { mean.Tau, mean.Value, StandardError = curve.HasEventBefore(tau) ? mean.StandardError : (double?)null };
    }

    private static object LogRank(LogRankTest test, bool hasStrata) => new
    {
        test.Weight,
        test.Test?.ChiSquare,
        test.Test?.DegreesOfFreedom,
        test.Test?.PValue,
        test.Reason,
        Groups = test.Groups.Select(g => g.Group),
        N = test.Groups.Select(g => g.Count),
        Observed = test.Groups.Select(g => g.Observed),
        Expected = test.Groups.Select(g => g.Expected),
        test.Variance,
        Strata = hasStrata
            ? test.Strata.Select(
                s => new
                {
                    s.Stratum,
                    N = s.Groups.Select(g => g.Count),
                    Observed = s.Groups.Select(g => g.Observed),
                    Expected = s.Groups.Select(g => g.Expected),
                })
            : null,
    };

    private static object Mean(RestrictedMeanContrast mean, SurvivalAnswer answer, int tau, int group) => new
    {
        Tau = answer.Taus[tau],
        Group = NameOf(answer.Curves[group].Group),
        Reference = NameOf(answer.Curves[0].Group),
        mean.Difference,
        mean.Ratio,
        mean.BeyondObservation,
    };

    private static object Model(CoxFit fit, double level, SurvivalAnswer? withTests) => new
    {
        fit.Ties,
        Rows = fit.Count,
        fit.Events,
        Coefficients = fit.Coefficients.Select(c => Coefficient(c, level)),
        fit.Estimated,
        fit.Covariance,
        fit.ModelCovariance,
        LogLikelihood = new[] { fit.LogLikelihoodNull, fit.LogLikelihood },
        LikelihoodRatio = Test(fit.LikelihoodRatio),
        Wald = Test(fit.Wald),
        Score = Test(fit.Score),
        Concordance = fit.Concordance?.Estimate,
        ConcordanceStandardError = fit.Concordance?.StandardError,
        BaselineHazard = fit.BaselineHazard,
        ProportionalHazards = withTests?.Proportional is { } proportional
            ? new
            {
                withTests.TimeScale,
                Columns = proportional.Columns.Select(c => new { c.Name, Test = Test(c.Test) }),
                Global = Test(proportional.Global),
                proportional.Reason,
            }
            : null,
    };

    private static object Coefficient(CoxCoefficient c, double level) => new
    {
        c.Name,
        c.Coefficient,
        StandardError = c.RobustStandardError ?? c.StandardError,
        ModelStandardError = c.StandardError,
        c.Z,
        c.PValue,
        c.HazardRatio,
        Lower = c.IntervalAt(level) is { } low ? Math.Exp(low.Lower) : (double?)null,
        Upper = c.IntervalAt(level) is { } high ? Math.Exp(high.Upper) : (double?)null,
        c.Reason,
    };

    private static object? Test(ChiSquareTest? test) => test is null ? null : new { test.ChiSquare, test.DegreesOfFreedom, test.PValue };

    private static object Incidence(CumulativeIncidence incidence, IReadOnlyList<string> causes) => new
    {
        Group = NameOf(incidence.Group),
        Cause = CauseOf(causes[incidence.Cause - 1]),
        N = incidence.Count,
        incidence.Events,
        Time = incidence.Rows.Select(r => r.Time),
        Incidence = incidence.Rows.Select(r => r.Incidence),
        StandardError = incidence.Rows.Select(r => r.StandardError),
        Lower = incidence.Rows.Select(r => r.Lower),
        Upper = incidence.Rows.Select(r => r.Upper),
    };

    private static object CauseOf(string cause) => int.TryParse(cause, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : cause;

    private static string NameOf(string group) => group.Length == 0 ? "all" : group;
}
