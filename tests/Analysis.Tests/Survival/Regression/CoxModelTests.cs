using System.Text.Json;
using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Analysis.Tests.Survival.Cox;

namespace LeadershipSim.Analysis.Tests.Survival.Regression;

public class CoxModelTests
{
    public static TheoryData<string> References => [.. CoxReference.All.Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Coefficients_errors_and_tests_are_those_of_R(string name)
    {
        var (expected, data, ties) = CoxReference.All[name];
        var fit = CoxModel.Fit(data, ties);

        Assert.Equal(expected.GetProperty("n").GetInt32(), fit.Count);
        Assert.Equal(expected.GetProperty("nevent").GetInt32(), fit.Events);
        Agreement.Agree(expected.GetProperty("coef"), fit.Coefficients.Select(c => c.Coefficient), name);
        Agreement.Agree(expected.GetProperty("exp_coef"), fit.Coefficients.Select(c => c.HazardRatio), name);
        Agreement.Agree(expected.GetProperty("se"), fit.Coefficients.Select(c => c.StandardError), name);
        Agreement.Agree(expected.GetProperty("z"), fit.Coefficients.Select(c => c.Z), name);
        Agreement.Agree(expected.GetProperty("p"), fit.Coefficients.Select(c => c.PValue), name);
        Agreement.Agree(expected.GetProperty("ci95").GetProperty("lower"), fit.Coefficients.Select(c => c.IntervalAt()?.Lower), name);
        Agreement.Agree(expected.GetProperty("ci95").GetProperty("upper"), fit.Coefficients.Select(c => c.IntervalAt()?.Upper), name);
        if (expected.TryGetProperty("robust_se", out var robust))
        {
            Agreement.Agree(robust, fit.Coefficients.Select(c => c.RobustStandardError), name);
        }

        AgreeRows(expected.GetProperty("var"), fit.Covariance, name);
        AgreeRows(expected.GetProperty(expected.TryGetProperty("naive_var", out _) ? "naive_var" : "var"), fit.ModelCovariance, name);

        Agreement.Agree(expected.GetProperty("loglik_null"), fit.LogLikelihoodNull, name);
        Agreement.Agree(expected.GetProperty("loglik"), fit.LogLikelihood, name);
        Agree(expected.GetProperty("lr_test"), fit.LikelihoodRatio, name);
        Agree(expected.GetProperty("wald_test"), fit.Wald, name);
        Agree(expected.GetProperty("score_test"), fit.Score, name);
        Assert.Empty(fit.Problems);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Concordance_and_its_error_are_those_of_R(string name)
    {
        var (expected, data, ties) = CoxReference.All[name];
        var (found, values) = (CoxModel.Fit(data, ties).Concordance!, expected.GetProperty("concordance"));

        Assert.Equal(values.GetProperty("concordant").GetInt64(), found.Concordant);
        Assert.Equal(values.GetProperty("discordant").GetInt64(), found.Discordant);
        Assert.Equal(values.GetProperty("tied_x").GetInt64(), found.TiedRisks);
        Agreement.Agree(values.GetProperty("C"), found.Estimate, name);
        Agreement.Agree(values.GetProperty("se"), found.StandardError, name);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Baseline_hazards_and_residuals_are_those_of_R(string name)
    {
        var (expected, data, ties) = CoxReference.All[name];
        var fit = CoxModel.Fit(data, ties);
        var baseline = expected.GetProperty("baseline_cumhaz_at_x0");

        Agreement.Agree(baseline.GetProperty("time"), fit.BaselineHazard.Select(r => r.Time), name);
        if (baseline.GetProperty("strata").ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(baseline.GetProperty("strata").EnumerateArray().Select(s => s.GetString()), fit.BaselineHazard.Select(r => r.Stratum));
        }

        Agreement.Agree(baseline.GetProperty("cumhaz"), fit.BaselineHazard.Select(r => r.CumulativeHazard), name);
        Agreement.Agree(expected.GetProperty("martingale_residuals_first10"), fit.MartingaleResiduals.Take(10), name);
        Assert.Equal(0, fit.MartingaleResiduals.Sum(), 1e-9);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void The_test_of_proportional_hazards_is_that_of_R(string name)
    {
        var (expected, data, ties) = CoxReference.All[name];
        var fit = CoxModel.Fit(data, ties);
        foreach (var (key, scale) in new[] { ("cox_zph_identity", TimeScale.Identity), ("cox_zph_km", TimeScale.KaplanMeier) })
        {
            var (test, values) = (SchoenfeldTest.Of(data, fit, scale), expected.GetProperty(key));
            var found = test.Columns.Select(c => c.Test).Append(test.Global).ToArray();
            if (values.GetProperty("chisq").GetArrayLength() < found.Length)
            {
                found = found[..^1];
            }

            Agreement.Agree(values.GetProperty("chisq"), found.Select(t => t?.ChiSquare), $"{name} {key}");
            Agreement.Agree(values.GetProperty("df"), found.Select(t => (double?)t?.DegreesOfFreedom), $"{name} {key}");
            Agreement.Agree(values.GetProperty("p"), found.Select(t => t?.PValue), $"{name} {key}");
        }
    }

    // Closed forms of Therneau and Grambsch (2000), appendix E.1.
    [Fact]
    public void Ties_are_as_in_the_closed_forms_of_Therneau_and_Grambsch()
    {
        double[] times = [9, 1, 1, 6, 6, 8];
        int[] events = [1, 1, 0, 1, 1, 0];
        double[] x = [0, 1, 1, 1, 0, 0];
        var data = new CoxData(["x"], [.. times.Select((t, i) => new CoxRow(t, events[i] == 1, [x[i]]))]);

        Assert.Equal(Math.Log(1.5 + Math.Sqrt(33) / 2), CoxModel.Fit(data, TiedTimes.Breslow).Coefficients[0].Coefficient!.Value, 1e-12);
        var efron = Math.Log(2 * Math.Sqrt(23.0 / 3) * Math.Cos(Math.Acos(45.0 / 23 * Math.Sqrt(3.0 / 23)) / 3));
        Assert.Equal(efron, CoxModel.Fit(data).Coefficients[0].Coefficient!.Value, 1e-12);
    }

    private static void AgreeRows(JsonElement expected, IReadOnlyList<IReadOnlyList<double>> found, string name)
    {
        Assert.Equal(expected.GetArrayLength(), found.Count);
        for (var row = 0; row < found.Count; row++)
        {
            Agreement.Agree(expected[row], found[row], name);
        }
    }

    private static void Agree(JsonElement expected, ChiSquareTest? found, string name)
    {
        Agreement.Agree(expected.GetProperty("stat"), found?.ChiSquare, name);
        Assert.Equal(expected.GetProperty("df").GetInt32(), found?.DegreesOfFreedom);
        if (expected.TryGetProperty("p", out var p))
        {
            Agreement.Agree(p, found?.PValue, name);
        }
    }
}
