using CsCheck;
using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Cox;

/// <summary>Columns that cannot be estimated are named; the others keep their estimates.</summary>
public class ColumnProblemTests
{
    // The ovarian data: age is a real covariate, the others are made from it or from the events.
    private static readonly CoxData Ovarian = CoxReference.All["ovarian: coxph(Surv(time,status) ~ age + rx, ties='efron')"].Data;

    private static double Age => CoxModel.Fit(With("one", r => r.Covariates[1])).Coefficients[0].Coefficient!.Value;

    [Fact]
    public void A_constant_column_is_named()
    {
        var fit = CoxModel.Fit(With("channel", _ => 3));

        Assert.Null(fit.Coefficients[1].Coefficient);
        Assert.Contains("Column 'channel' has the same value in every row", fit.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(CoxModel.Fit(new CoxData(["age"], [.. Ovarian.Rows.Select(r => r with { Covariates = [r.Covariates[0]] })])).LogLikelihood,
            fit.LogLikelihood, 1e-10);
    }

    [Fact]
    public void A_column_made_of_others_is_named_with_them()
    {
        var data = new CoxData(["age", "rx", "both"],
            [.. Ovarian.Rows.Select(r => r with { Covariates = [.. r.Covariates, (2 * r.Covariates[0]) - r.Covariates[1] + 5] })]);

        var fit = CoxModel.Fit(data);

        Assert.Contains("Column 'both' is a combination of 'age', 'rx'", fit.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(Age, fit.Coefficients[0].Coefficient!.Value, 1e-10);
    }

    [Fact]
    public void A_column_that_is_the_stratum_is_named()
    {
        var fit = CoxModel.Fit(new CoxData(["age", "rx"], [.. Ovarian.Rows.Select(r => r with { Stratum = r.Covariates[1] == 1 ? "a" : "b" })]));

        Assert.Contains("Column 'rx' does not differ among those at risk", fit.Problems.Single(), StringComparison.Ordinal);
        Assert.NotNull(fit.Coefficients[0].Coefficient);
    }

    [Fact]
    public void A_column_that_marks_the_events_has_no_finite_estimate_and_is_named()
    {
        var data = With("failed", r => r.Event ? 1 : 0);
        var fit = CoxModel.Fit(data);

        Assert.Null(fit.Coefficients[1].Coefficient);
        Assert.Contains("'failed' to +∞: no finite estimate", fit.Problems.Single(), StringComparison.Ordinal);
        Assert.True(double.IsFinite(fit.LogLikelihood));
        Assert.NotNull(fit.Coefficients[0].Coefficient);
        Assert.Null(SchoenfeldTest.Of(data, fit).Global);
    }

    [Fact]
    public void A_group_without_events_has_no_finite_estimate()
    {
        var fit = CoxModel.Fit(new CoxData(["safe"],
            [Row(1, true, 0), Row(2, true, 0), Row(3, false, 0), Row(2, false, 1), Row(4, false, 1), Row(5, false, 1)]));

        Assert.Contains("'safe' to −∞", fit.Problems.Single(), StringComparison.Ordinal);
        Assert.Null(fit.Wald);
    }

    // Column y separates the first event by a thousand and the second by one: far out, the risk sets of the others vanish.
    [Fact]
    public void Separation_in_a_badly_scaled_column_is_named()
    {
        var fit = CoxModel.Fit(new CoxData(["x", "y"],
            [Row(3, false, 1, 0), Row(3, true, 1, 0), Row(2, false, 1, 1000), Row(4, true, 0, 2), Row(4, false, 0, 1)]));

        Assert.All(fit.Coefficients, c => Assert.Null(c.Coefficient));
        Assert.Contains("separation", fit.Problems.Distinct().Single(), StringComparison.Ordinal);
        Assert.True(double.IsFinite(fit.LogLikelihood));
    }

    [Fact]
    public void A_single_cluster_leaves_no_robust_test()
    {
        var fit = CoxModel.Fit(new CoxData(["x"], [.. new[] { 0.0, 1, 1, 0, 1 }.Select((x, i) => Row(i + 1, true, x) with { Cluster = "one" })]));

        Assert.Equal(0, fit.Coefficients[0].RobustStandardError);
        Assert.Null(fit.Coefficients[0].PValue);
        Assert.Null(fit.Coefficients[0].IntervalAt());
    }

    // Small data of every kind, start-stop rows, strata and clusters among them: what does not exist is null with a reason.
    [Fact]
    public void Nothing_leaves_a_fit_that_is_not_finite() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 3].Select(i => i == 3 ? 1000 : i)).Array[2, 9].Sample(
            draws =>
            {
                var data = new CoxData(["x", "y"], [.. draws.Select((d, i) => new CoxRow(d.Item1, d.Item3, [d.Item4, d.Item5])
                {
                    Entry = d.Item2 < d.Item1 ? d.Item2 : 0, Stratum = i % 2 == 0 ? "a" : "b", Cluster = i % 3 == 0 ? "c" : "d",
                })]);
                var fit = CoxModel.Fit(data);
                var numbers = fit.Coefficients.SelectMany(c => new[] { c.Coefficient, c.StandardError, c.RobustStandardError, c.Z, c.PValue })
                    .Concat([fit.LogLikelihood, fit.Concordance?.Estimate, fit.Concordance?.StandardError, SchoenfeldTest.Of(data, fit).Global?.ChiSquare])
                    .Concat(fit.MartingaleResiduals.Concat(fit.BaselineHazard.Select(r => r.CumulativeHazard)).Select(v => (double?)v));

                Assert.DoesNotContain(numbers, n => n is { } value && !double.IsFinite(value));
                Assert.DoesNotContain(fit.Coefficients, c => c.Coefficient is null && c.Reason.Length == 0);
            },
            iter: 3000);

    [Fact]
    public void Without_events_there_are_no_estimates_but_reasons()
    {
        var fit = CoxModel.Fit(new CoxData(["x"], [Row(1, false, 0), Row(2, false, 1)]));

        Assert.Contains("no events", fit.Coefficients[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, fit.LogLikelihoodNull);
    }

    [Theory]
    [InlineData(double.NaN, 0, "Row 1 has NaN in column 'x'")]
    [InlineData(1, -1, "Row 1 has time -1")]
    public void Values_that_are_none_are_refused_by_name(double x, double time, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new CoxData(["x"], [Row(time, true, x)])).Message, StringComparison.Ordinal);

    private static CoxData With(string column, Func<CoxRow, double> value) =>
        new(["age", column], [.. Ovarian.Rows.Select(r => r with { Covariates = [r.Covariates[0], value(r)] })]);

    private static CoxRow Row(double time, bool isEvent, params double[] values) => new(time, isEvent, values);
}
