using CsCheck;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class LogRankPowerTests
{
    // Published example of lifelines: power_under_cph(12, 12, .8, .2, .139) = .744937 and sample_size_necessary_under_cph(.8, 1, .8, .2, .139) = (14, 14).
    [Fact]
    public void Power_and_size_are_those_of_lifelines()
    {
        var power = new LogRankPower(0.139, 0.8, 0.2);

        Assert.Equal(0.744937, power.Of(12, 12), 1e-6);
        Assert.Equal((14, 14), power.SubjectsFor(0.8));
    }

    [Fact]
    public void The_size_for_a_power_has_that_power_and_one_fewer_has_not() =>
        Gen.Select(Gen.Double[0.2, 0.9], Gen.Double[0.1, 1], Gen.Double[0.1, 1], Gen.Double[0.3, 0.95]).Sample((theta, first, second, wanted) =>
        {
            var power = new LogRankPower(theta, first, second);
            var (n, m) = power.SubjectsFor(wanted);

            Assert.Equal(n, m);
            Assert.True(power.Of(n, m) >= wanted - 1e-12);
            Assert.True(n == 1 || power.Of(n - 1, m - 1) < wanted);
        });

    [Theory]
    [InlineData(1, 0.5, "HazardRatio")]
    [InlineData(-2, 0.5, "HazardRatio")]
    [InlineData(2, 0, "FirstEventProbability")]
    [InlineData(2, double.NaN, "FirstEventProbability")]
    public void Numbers_out_of_range_are_refused_by_name(double ratio, double probability, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new LogRankPower(ratio, probability, 0.5).Of(10, 10)).ParamName);
}
