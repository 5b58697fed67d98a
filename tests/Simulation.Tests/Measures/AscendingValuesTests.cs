using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Simulation.Tests.Measures;

public sealed class AscendingValuesTests
{
    /// <summary>With and without a rest of a vector, and on both sides of where halves are left out first.</summary>
    public static TheoryData<int> Sizes => [0, 1, 3, 4, 5, 7, 8, 9, 63, 64, 65, 127, 128, 129, 130, 1000];

    /// <summary>Of 0, 2, 4, ... , 2(n − 1), as many as ⌊limit/2⌋ + 1 are at most a limit.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Each_limit_counts_what_is_at_most_as_large(int size)
    {
        int[] whole = [.. Enumerable.Range(0, size).Select(k => 2 * k)];
        double[] real = [.. whole];
        for (var limit = -1; limit <= (2 * size) + 1; limit++)
        {
            var expected = limit < 0 ? 0 : Math.Min(size, (limit / 2) + 1);
            Assert.Equal(expected, AscendingValues.CountUpTo<int>(whole, limit));
            Assert.Equal(expected, AscendingValues.CountUpTo<double>(real, limit));
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(90)]
    [InlineData(200)]
    public void Equal_values_count_together(int size)
    {
        double[] values = [.. Enumerable.Repeat(1.0, size / 3), .. Enumerable.Repeat(2.0, size / 3), .. Enumerable.Repeat(3.0, size - (2 * (size / 3)))];
        Assert.Equal(0, AscendingValues.CountUpTo<double>(values, 0.5));
        Assert.Equal(size / 3, AscendingValues.CountUpTo<double>(values, 1));
        Assert.Equal(2 * (size / 3), AscendingValues.CountUpTo<double>(values, 2.5));
        Assert.Equal(size, AscendingValues.CountUpTo<double>(values, 3));
    }
}
