using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Tests.Calibration;

public sealed class CalibrationCautionsTests
{
    private static readonly CalibratedStatistic Fits = new("mean of departures", 9, 1, 30, 0, 9.1, 7, 12);

    [Fact]
    public void A_narrow_posterior_in_the_middle_that_gives_what_was_observed_has_none() => Assert.Empty(Of(Spread(200, 0.4, 0.6), Fits));

    [Fact]
    public void A_posterior_like_its_prior_is_not_identified() =>
        Is(CautionKind.NotIdentified, "is not identified: posterior and prior overlap by 1.00. Take statistics that depend on it", Of(Spread(200, 0, 1), Fits));

    [Fact]
    public void Few_particles_are_said() =>
        Is(CautionKind.FewAccepted, "an effective 40 particles: intervals, above all those of 95 %, are rough. Take more draws or particles", Of(Spread(40, 0.4, 0.6), Fits));

    [Theory]
    [InlineData(0.97, null, true)]
    [InlineData(0.99, null, false)]
    [InlineData(0.97, 0.98, false)]
    public void A_tolerance_that_was_still_falling_is_said(double last, double? enough, bool isSaid)
    {
        Population Of(int index, double epsilon) =>
            new() { Index = index, Epsilon = epsilon, Acceptance = 0.5, Simulations = 10, Scales = [1], Particles = [] };
        var result = Result(Spread(200, 0.4, 0.6), Fits);
        result = result with
        {
            Spec = result.Spec with { Method = new AdaptivePopulationSettings(), Stop = new() { Populations = 2, Epsilon = enough } },
            Populations = [Of(0, 1), Of(1, last)],
        };
        Assert.Equal(isSaid ? [CautionKind.ToleranceFalling] : [], CalibrationCautions.Of(result).Select(c => c.Kind));
    }

    [Theory]
    [InlineData(0, 0.1, "lower")]
    [InlineData(0.9, 1, "upper")]
    public void A_posterior_at_the_end_of_its_prior_is_said(double from, double to, string end) =>
        Is(CautionKind.AtPriorEdge, $"turnover.hazardPerTick lies at the {end} end of its prior: 0.50 of the posterior lies in the outer 0.05 of the prior. Widen the prior there", Of(Spread(200, from, to), Fits));

    [Theory]
    [InlineData(31, "The model does not reach it: widen the priors")]
    [InlineData(13, "the calibrated model does not give what was observed. Let the tolerance fall further")]
    public void What_the_model_does_not_give_is_said(double observed, string message) =>
        Is(CautionKind.ObservedNotSimulated, message, Of(Spread(200, 0.4, 0.6), Fits with { Observed = observed }));

    [Fact]
    public void A_statistic_that_is_never_simulated_is_not_reached() =>
        Assert.Equal(
            [CautionKind.ObservedNotSimulated, CautionKind.StatisticMissing],
            Of(Spread(200, 0.4, 0.6), new CalibratedStatistic("survival at 5", 0.4, null, null, 1, null, null, null)).Select(c => c.Kind));

    [Fact]
    public void A_statistic_that_often_does_not_exist_is_said() =>
        Is(CautionKind.StatisticMissing, "does not exist in 0.20 of the simulations, and those are never accepted: what is left is a selection. Take more runs", Of(Spread(200, 0.4, 0.6), Fits with { ShareMissing = 0.2 }));

    [Fact]
    public void What_is_not_found_again_is_said()
    {
        // 100 data sets: 99 % of binomial counts at .5 lie from 37 to 63, at .95 from 89 to 100.
        int[] ranks = [.. Enumerable.Repeat(5, 20)];
        Assert.Empty(CalibrationCautions.Of("a", new RecoveredParameter(0.5, 0.37, 0.89, ranks)));
        Assert.Contains("3 data sets say little", CalibrationCautions.Of("a", new RecoveredParameter(0.5, 2.0 / 3, 1, [3])).Single().Message, StringComparison.Ordinal);
        Assert.Contains("a cannot be found again",
            Assert.Single(CalibrationCautions.Of("a", new RecoveredParameter(0.2, 0.5, 0.95, ranks))).Message, StringComparison.Ordinal);
        Assert.Contains("intervals of 50 % hold the true value in 36 % of 100 data sets: they are too narrow",
            Assert.Single(CalibrationCautions.Of("a", new RecoveredParameter(0.5, 0.36, 0.95, ranks))).Message, StringComparison.Ordinal);
        Assert.Contains("too wide", Assert.Single(CalibrationCautions.Of("a", new RecoveredParameter(0.5, 0.64, 0.95, ranks))).Message,
            StringComparison.Ordinal);
    }

    private static void Is(CautionKind kind, string message, IReadOnlyList<Caution> cautions)
    {
        var caution = Assert.Single(cautions);
        Assert.Equal(kind, caution.Kind);
        Assert.Contains(message, caution.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Caution> Of(PosteriorSample sample, CalibratedStatistic statistic) => [.. CalibrationCautions.Of(Result(sample, statistic))];

    private static CalibrationResult Result(PosteriorSample sample, CalibratedStatistic statistic)
    {
        var spec = CalibrationStudyTests.Spec;
        return new()
        {
            Spec = spec,
            Populations = [],
            Reason = "",
            Sample = sample,
            Parameters = [new(spec.Priors[0].Path, 0, 0.5, 1, PosteriorSummary.Of(sample, 0, u => u))],
            Statistics = [statistic],
            Predictive = [],
        };
    }

    // Evenly from one share of the prior to another.
    private static PosteriorSample Spread(int count, double from, double to) =>
        new([.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<double>)[from + ((to - from) * (i + 0.5) / count)])], [.. Enumerable.Repeat(1.0, count)]);
}
