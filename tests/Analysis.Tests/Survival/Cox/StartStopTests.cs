using LeadershipSim.Analysis.Survival.Cox;

namespace LeadershipSim.Analysis.Tests.Survival.Cox;

/// <summary>Rows with start and stop: the Stanford heart transplants, whose transplant is a covariate that changes with time.</summary>
public class StartStopTests
{
    [Theory]
    [InlineData("efron")]
    [InlineData("breslow")]
    [InlineData("cluster")]
    public void Models_with_covariates_that_change_with_time_are_those_of_R(string variant)
    {
        var (heart, expected) = (FurtherReference.Part("heart"), FurtherReference.Part("heart").GetProperty(variant));
        var columns = new[] { "start", "stop", "event", "age", "surgery", "transplant", "id" }.ToDictionary(c => c, c => heart.Numbers(c));
        var data = new CoxData(["age", "surgery", "transplant"], [.. columns["stop"].Select((stop, i) => new CoxRow(
            stop, columns["event"][i] == 1, [columns["age"][i], columns["surgery"][i], columns["transplant"][i]])
        {
            Entry = columns["start"][i],
            Cluster = variant == "cluster" ? FormattableString.Invariant($"{columns["id"][i]}") : null,
        })]);

        var fit = CoxModel.Fit(data, variant == "breslow" ? TiedTimes.Breslow : TiedTimes.Efron);

        FurtherReference.Agree(expected, "coef", fit.Coefficients.Select(c => c.Coefficient));
        FurtherReference.Agree(expected, "se", fit.Coefficients.Select(c => c.StandardError));
        FurtherReference.Agree(expected, "loglik", [fit.LogLikelihoodNull, fit.LogLikelihood]);
        var concordance = fit.Concordance!;
        FurtherReference.Agree(expected, "concordance", [concordance.Concordant, concordance.Discordant, concordance.TiedRisks, concordance.Estimate, concordance.StandardError]);
        FurtherReference.Agree(expected, "martingale", fit.MartingaleResiduals.Take(12).Select(r => (double?)r));
        var test = SchoenfeldTest.Of(data, fit);
        FurtherReference.Agree(expected, "zph", test.Columns.Select(c => c.Test?.ChiSquare).Append(test.Global?.ChiSquare));
        if (variant == "cluster")
        {
            FurtherReference.Agree(expected, "robust_se", fit.Coefficients.Select(c => c.RobustStandardError));
        }
    }
}
