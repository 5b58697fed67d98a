using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>From points in the unit cube to points of a design.</summary>
internal static class UnitCube
{
    /// <summary>Maps every coordinate through the quantiles of its factor.</summary>
    public static IEnumerable<FactorLevel[]> ToLevels(IEnumerable<double[]> rows, IReadOnlyList<Factor> factors) =>
        rows.Select(row => row.Select((u, k) => factors[k].At(u)).ToArray());

    /// <summary>Uniform on (0, 1), both ends left out: every quantile is finite.</summary>
    public static double NextInside(ref RandomStream random) => Inside(random.NextBits());

    /// <summary>The value in (0, 1) of 64 random bits.</summary>
    public static double Inside(ulong bits) => ((bits >> 12) + 0.5) / (1UL << 52);

    /// <summary>The numbers 0..count−1 in random order (Fisher and Yates).</summary>
    public static int[] Shuffled(int count, ref RandomStream random)
    {
        var order = new int[count];
        for (var k = 0; k < count; k++)
        {
            var at = random.NextIndex(k + 1);
            order[k] = order[at];
            order[at] = k;
        }

        return order;
    }
}
