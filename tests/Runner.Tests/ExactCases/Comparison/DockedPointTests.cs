using CsCheck;
using LeadershipSim.Runner.ExactCases.Comparison;

namespace LeadershipSim.Runner.Tests.ExactCases.Comparison;

public class DockedPointTests
{
    // Four values 1, 2, 3, 4: mean 2.5, squared deviations 5, standard error √(5/3/4).
    private static readonly Moments OneToFour = new Moments().With(1).With(2).With(3).With(4);

    [Fact]
    public void A_mean_agrees_up_to_four_and_a_half_standard_errors_of_both_programs()
    {
        var error = Math.Sqrt(5.0 / 12);

        Assert.Equal(error, OneToFour.StandardError, 1e-12);
        Assert.True(DockedPoint.OfMean("", 2.5 + (4.49 * error), 0, OneToFour).Agrees);
        Assert.False(DockedPoint.OfMean("", 2.5 + (4.51 * error), 0, OneToFour).Agrees);
        Assert.True(DockedPoint.OfMean("", 2.5 + (4.51 * error), error, OneToFour).Agrees);
    }

    [Fact]
    public void A_value_that_does_not_exist_never_agrees_and_is_the_worst()
    {
        var missing = DockedPoint.OfExact("missing", 1, new Moments().With(double.NaN));

        Assert.False(missing.Agrees);
        Assert.Same(missing, new DockedQuantity("", "", [DockedPoint.OfMean("", 2, 0, OneToFour), missing]).Worst);
    }

    [Fact]
    public void A_margin_is_shown_only_when_the_90_percent_interval_lies_inside()
    {
        var error = OneToFour.StandardError;
        var point = DockedPoint.OfMean("", 2.4, 0, OneToFour);

        Assert.True(point.IsShownWithin(0.1 + (1.646 * error)));
        Assert.False(point.IsShownWithin(0.1 + (1.644 * error)));
    }

    // P(one success in 100 runs) = .01 for an event of probability 1e-4: that must not count as disagreement.
    [Fact]
    public void One_rare_event_is_no_disagreement_but_ten_are()
    {
        static Moments Events(int events) => Enumerable.Range(0, 100).Aggregate(new Moments(), (m, k) => m.With(k < events ? 1 : 0));

        Assert.True(DockedPoint.OfShare("", 1e-4, Events(1)).Agrees);
        Assert.False(DockedPoint.OfShare("", 1e-4, Events(10)).Agrees);
    }

    // Of 2,000 programs one ended 9 ticks before the horizon; of the reference's 800 none did, so its standard error is 0.
    [Fact]
    public void A_rare_early_end_that_the_reference_did_not_see_is_no_disagreement_but_a_common_one_is()
    {
        static Moments Ends(int early) => Enumerable.Range(0, 2000).Aggregate(new Moments(), (m, k) => m.With(k < early ? 511 : 520));

        Assert.True(DockedPoint.OfSameSpread("", 520, 0, 800, Ends(1)).Agrees);
        Assert.False(DockedPoint.OfSameSpread("", 520, 0, 800, Ends(100)).Agrees);
        Assert.False(DockedPoint.OfSameSpread("", 520, 0, 800, Enumerable.Range(0, 2000).Aggregate(new Moments(), (m, _) => m.With(519))).Agrees);
    }

    // Bernstein's tolerance holds the error probability: the exact binomial tail beyond it is at most 6.8e-6.
    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(100, 0.01)]
    [InlineData(1000, 0.2)]
    [InlineData(1000, 0.999)]
    public void Shares_beyond_the_tolerance_are_as_rare_as_stated(int runs, double probability)
    {
        var tolerance = Tolerance.OfBounded(probability * (1 - probability), runs);
        var (beyond, mass) = (0.0, Math.Exp(runs * double.LogP1(-probability)));
        for (var k = 0; k <= runs; k++)
        {
            beyond += Math.Abs(((double)k / runs) - probability) > tolerance ? mass : 0;
            mass *= (double)(runs - k) / (k + 1) * probability / (1 - probability);
        }

        Assert.InRange(beyond, 0, Tolerance.ErrorProbability);
    }

    [Fact]
    public void Moments_of_parts_put_together_are_those_of_the_whole() =>
        Gen.Double[-1e3, 1e3].Array[2, 50].Select(Gen.Int[1, 49]).Sample((values, at) =>
        {
            var cut = Math.Min(at, values.Length - 1);
            var whole = values.Aggregate(new Moments(), (m, v) => m.With(v));
            var parts = values[..cut].Aggregate(new Moments(), (m, v) => m.With(v)).With(values[cut..].Aggregate(new Moments(), (m, v) => m.With(v)));
            return whole.Count == parts.Count && Math.Abs(whole.Mean - parts.Mean) < 1e-9
                && Math.Abs(whole.SquaredDeviations - parts.SquaredDeviations) <= 1e-9 * (1 + whole.SquaredDeviations);
        });
}
