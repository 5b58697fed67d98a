using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Tests.Inference;

public class HolmAdjustmentTests
{
    // Holm (1979): .01·5, .02·4, .03·3, then .04·2 = .08 and .05·1 stay at .09, the greatest before them.
    [Fact]
    public void Values_are_multiplied_by_the_number_of_tests_left_and_never_fall()
    {
        double?[] expected = [0.05, 0.08, 0.09, 0.09, 0.09];

        Assert.Equal(expected, HolmAdjustment.Of([0.01, 0.02, 0.03, 0.04, 0.05]).Select(Rounded));
    }

    // .005·2 and .5·1; what does not exist is no test.
    [Fact]
    public void Values_keep_their_places_and_a_test_that_does_not_exist_does_not_count()
    {
        double?[] expected = [0.5, null, 0.01];

        Assert.Equal(expected, HolmAdjustment.Of([0.5, null, 0.005]).Select(Rounded));
    }

    [Fact]
    public void No_value_passes_1() => Assert.All(HolmAdjustment.Of([0.9, 0.8, 0.7]), p => Assert.Equal(1, p));

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 12) : null;
}
