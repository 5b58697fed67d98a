namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>Compares shares, naming the seat that differs.</summary>
internal static class Shares
{
    public static void AssertEqual(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var seat = 0; seat < expected.Length; seat++)
        {
            Assert.True(Math.Abs(expected[seat] - actual[seat]) <= tolerance, $"seat {seat}: expected {expected[seat]:R}, found {actual[seat]:R}");
        }
    }
}
