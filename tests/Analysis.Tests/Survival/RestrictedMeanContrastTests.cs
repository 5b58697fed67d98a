using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class RestrictedMeanContrastTests
{
    // Both groups of R's leukemia data to τ = 45: RMST and errors as R's survival gives them (Greenwood-type).
    [Fact]
    public void Differences_and_ratios_follow_from_both_means()
    {
        var curves = KaplanMeier.Estimate(SurvivalReference.Read(ReferenceFile.Texts("survival_aml.csv"), "group"));

        var found = RestrictedMeanContrast.Of(curves[0], curves[1], 45);

        Assert.Equal(30.738636, found.First.Value, 1e-6);
        Assert.Equal(4.114086, found.First.StandardError, 1e-6);
        Assert.Equal(22.708333, found.Second.Value, 1e-6);
        Assert.Equal(4.180942, found.Second.StandardError, 1e-6);
        Assert.Equal(found.First.Value - found.Second.Value, found.Difference.Estimate, 1e-12);

        // Variances add; the ratio's error is that of its logarithm by the delta method; from the six decimals above.
        Assert.Equal(Math.Sqrt((4.114086 * 4.114086) + (4.180942 * 4.180942)), found.Difference.StandardError, 1e-5);
        Assert.Equal(30.738636 / 22.708333, found.Ratio!.Estimate, 1e-6);
        Assert.Equal(Math.Sqrt(Math.Pow(4.114086 / 30.738636, 2) + Math.Pow(4.180942 / 22.708333, 2)), found.Ratio!.StandardError, 1e-6);
        Assert.False(found.BeyondObservation);
    }

    [Fact]
    public void A_mean_of_0_has_no_ratio()
    {
        var curves = KaplanMeier.Estimate([new(0, 1, "a"), new(3, 1, "b")]);

        var found = RestrictedMeanContrast.Of(curves[0], curves[1], 8);

        Assert.Equal(-3, found.Difference.Estimate, 1e-12);
        Assert.Null(found.Ratio);
    }

    [Fact]
    public void A_limit_beyond_what_was_observed_is_marked()
    {
        var curves = KaplanMeier.Estimate([new(2, 1, "a"), new(5, 0, "a"), new(3, 1, "b"), new(9, 1, "b")]);

        Assert.True(RestrictedMeanContrast.Of(curves[0], curves[1], 8).BeyondObservation);
        Assert.False(RestrictedMeanContrast.Of(curves[0], curves[1], 5).BeyondObservation);
    }
}
