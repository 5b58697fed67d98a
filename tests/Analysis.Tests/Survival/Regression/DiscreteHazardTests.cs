using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Regression;

public class DiscreteHazardTests
{
    [Theory]
    [InlineData("aml", new[] { "group" })]
    [InlineData("veteran", new[] { "trt", "karno" })]
    public void Models_are_those_of_R_on_one_row_per_subject_and_tick(string name, string[] columns)
    {
        var (data, expected) = (ReferenceFile.Texts($"survival_{name}.csv"), FurtherReference.Part("discrete").GetProperty(name));
        var rows = data["time"]
            .Select((t, i) => new CoxRow(ReferenceFile.Number(t), data["status"][i] == "1", [.. columns.Select(c => ReferenceFile.Number(data[c][i]))]));

        var fit = DiscreteHazard.Fit(new CoxData(columns, [.. rows]), [.. expected.Numbers("cuts").Select(c => (int)c)]);

        FurtherReference.Agree(expected, "coef", fit.Coefficients.Select(c => c.Coefficient), 1e-8);
        FurtherReference.Agree(expected, "se", fit.Coefficients.Select(c => c.StandardError), 1e-8);
        FurtherReference.Agree(expected, "loglik", [fit.LogLikelihood]);
    }

    // One hazard: events over ticks at risk, 3/(2 + 4 + 5 + 5).
    [Fact]
    public void One_piece_without_effect_is_events_over_ticks()
    {
        var fit = DiscreteHazard.Fit(new CoxData(["x"], [Row(2, true, 0), Row(4, true, 0), Row(5, false, 0), Row(5, true, 0)]));

        Assert.Equal(3.0 / 16, fit.BaselineHazards.Single()!.Value, 1e-12);
        Assert.Contains("'x' has the same value in every row", fit.Coefficients[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_without_events_has_no_estimate_but_a_reason()
    {
        var fit = DiscreteHazard.Fit(new CoxData(["x"], [Row(2, true, 0), Row(4, true, 1), Row(30, false, 1), Row(30, false, 0)]), [10]);

        Assert.NotNull(fit.Coefficients[0].Coefficient);
        Assert.Null(fit.Coefficients[1].Coefficient);
        Assert.Contains("'ticks from 11'", fit.Coefficients[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_ticks_are_refused() =>
        Assert.Contains("whole ticks", Assert.Throws<ArgumentException>(() => DiscreteHazard.Fit(new CoxData(["x"], [Row(2.5, true, 0)]))).Message,
            StringComparison.Ordinal);

    private static CoxRow Row(double time, bool isEvent, double x) => new(time, isEvent, [x]);
}
