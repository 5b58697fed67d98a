using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.Tests.Survival.Cox;

/// <summary>Rows with start and stop: the Stanford heart transplants, whose transplant is a covariate that changes with time.</summary>
public class StartStopTests
{
    private static readonly string[] Columns = ["age", "surgery", "transplant"];

    [Theory]
    [InlineData("efron")]
    [InlineData("breslow")]
    [InlineData("cluster")]
    public void Models_with_covariates_that_change_with_time_are_those_of_R(string variant)
    {
        var expected = FurtherReference.Part("heart").GetProperty(variant);
        var data = Heart(r => r with { Cluster = variant == "cluster" ? r.Cluster : null });

        var fit = CoxModel.Fit(data, variant == "breslow" ? TiedTimes.Breslow : TiedTimes.Efron);

        Agree(expected, data, fit);
        var concordance = fit.Concordance!;
        FurtherReference.Agree(expected, "concordance",
            [concordance.Concordant, concordance.Discordant, concordance.TiedRisks, concordance.Estimate, concordance.StandardError]);
        if (variant == "cluster")
        {
            FurtherReference.Agree(expected, "robust_se", fit.Coefficients.Select(c => c.RobustStandardError));
        }
    }

    [Fact]
    public void Weighted_rows_are_those_of_R()
    {
        var weights = FurtherReference.Part("weighted").Numbers("weight");
        var row = 0;
        var data = Heart(r => r with { Cluster = null, Weight = weights[row++] });

        Agree(FurtherReference.Part("weighted").GetProperty("efron"), data, CoxModel.Fit(data));
    }

    [Fact]
    public void Cutting_rows_in_pieces_changes_nothing()
    {
        var whole = Heart(r => r);
        var cut = new CoxData(Columns, [.. whole.Rows.SelectMany(r => r.Time - r.Entry < 20
            ? [r]
            : new[] { r with { Time = r.Entry + 10, Event = false }, r with { Entry = r.Entry + 10 } })]);

        var (first, second) = (CoxModel.Fit(whole), CoxModel.Fit(cut));

        Assert.True(cut.Rows.Count > whole.Rows.Count);
        for (var j = 0; j < Columns.Length; j++)
        {
            Agreement.Agree(first.Coefficients[j].Coefficient!.Value, second.Coefficients[j].Coefficient, Columns[j]);
            Agreement.Agree(first.Coefficients[j].RobustStandardError!.Value, second.Coefficients[j].RobustStandardError, Columns[j]);
        }

        Agreement.Agree(first.LogLikelihood, second.LogLikelihood, "log-likelihood");
        Agreement.Agree(first.Concordance!.StandardError, second.Concordance!.StandardError, "concordance");
        Agreement.Agree(SchoenfeldTest.Of(whole, first).Global!.ChiSquare, SchoenfeldTest.Of(cut, second).Global!.ChiSquare, "proportional hazards");
    }

    private static void Agree(System.Text.Json.JsonElement expected, CoxData data, CoxFit fit)
    {
        FurtherReference.Agree(expected, "coef", fit.Coefficients.Select(c => c.Coefficient));
        FurtherReference.Agree(expected, "se", fit.Coefficients.Select(c => c.StandardError));
        FurtherReference.Agree(expected, "loglik", [fit.LogLikelihoodNull, fit.LogLikelihood]);
        FurtherReference.Agree(expected, "martingale", fit.MartingaleResiduals.Take(12).Select(r => (double?)r));
        var test = SchoenfeldTest.Of(data, fit);
        FurtherReference.Agree(expected, "zph", test.Columns.Select(c => c.Test?.ChiSquare).Append(test.Global?.ChiSquare));
    }

    private static CoxData Heart(Func<CoxRow, CoxRow> change)
    {
        var heart = FurtherReference.Part("heart");
        var columns = new[] { "start", "stop", "event", "age", "surgery", "transplant", "id" }.ToDictionary(c => c, c => heart.Numbers(c));
        return new CoxData(Columns, [.. columns["stop"].Select((stop, i) => change(new CoxRow(
            stop, columns["event"][i] == 1, [columns["age"][i], columns["surgery"][i], columns["transplant"][i]])
        {
            Entry = columns["start"][i],
            Cluster = FormattableString.Invariant($"{columns["id"][i]}"),
        }))]);
    }
}
