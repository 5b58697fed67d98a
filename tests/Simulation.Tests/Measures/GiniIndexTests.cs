using System.Globalization;
using System.Text.Json;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.Measures;

public sealed class GiniIndexTests
{
    private static readonly JsonElement Cases = ReferenceFile.Json("inequality_expected.json").GetProperty("cases");

    public static TheoryData<string> Vectors => [.. Cases.EnumerateObject().Select(c => c.Name)];

    /// <summary>Pairs of vectors with and without filling, and either number of digits.</summary>
    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 8, 255, 256, 257, 1000, 8192, 8193, 20_000];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void It_agrees_with_the_reference(string name)
    {
        var values = ReferenceFile.Rows("inequality_vectors.csv").Where(row => row[0] == name)
            .Select(row => double.Parse(row[2], CultureInfo.InvariantCulture)).ToArray();
        var expected = Cases.GetProperty(name).TryGetProperty("gini", out var gini) && gini.ValueKind == JsonValueKind.Number ? gini.GetDouble() : 0;
        Assert.Equal(expected, Of(values), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_agrees_with_sorting_whatever_the_values(int size)
    {
        var random = new RandomStream(300);
        double[][] cases =
        [
            [.. Enumerable.Range(0, size).Select(_ => random.NextUniform())],
            [.. Enumerable.Range(0, size).Select(_ => Math.Exp(-40 * random.NextUniform()))],
            [.. Enumerable.Range(0, size).Select(k => k % 3 == 0 ? 0 : 1.0)],
            [.. Enumerable.Repeat(0.1, size)],

            // The worst for an insertion sort: descending, and the leading bits are the same.
            [.. Enumerable.Range(0, size).Select(k => 1 + ((size - k) * 1e-12))],
        ];
        foreach (var values in cases)
        {
            Assert.Equal(Concentration.Of([.. values]).Gini, Of(values), 1e-12);
        }
    }

    [Fact]
    public void Empty_seats_are_left_out()
    {
        // By hand: over (1, 2, 3), Σ_{i<j} |x_i − x_j| / (n Σ x) = 4 / 18.
        Assert.Equal(4 / 18.0, new GiniIndex().Of([1, 1, 1, 0], [1, 2, 3, 0]), 1e-15);
    }

    private static double Of(double[] values) => new GiniIndex().Of([.. values.Select(_ => 1UL)], values);
}
