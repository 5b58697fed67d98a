using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Moves the points of a Latin hypercube apart by exchanging the strata of two points in one factor while Σ distance⁻ᵖ falls
/// (Morris and Mitchell 1995, doi:10.1016/0378-3758(94)00035-T).
/// </summary>
internal static class PointSpacing
{
    private const long TriesPerCoordinate = 100;
    private const long MostComparisons = 100_000_000;

    /// <summary>Exchanges strata in place; columns are factors.</summary>
    public static void Spread(int[][] strata, ref RandomStream random)
    {
        var count = strata[0].Length;
        var coordinates = (long)count * strata.Length;
        var tries = Math.Min(TriesPerCoordinate * coordinates, MostComparisons / coordinates);
        for (var t = 0L; t < tries; t++)
        {
            var column = strata[random.NextIndex(strata.Length)];
            var (a, b) = (random.NextIndex(count), random.NextIndex(count));
            if (a == b)
            {
                continue;
            }

            var before = Crowding(strata, a, b);
            (column[a], column[b]) = (column[b], column[a]);
            if (Crowding(strata, a, b) >= before)
            {
                (column[a], column[b]) = (column[b], column[a]);
            }
        }
    }

    // Σ distance⁻ᵖ over the pairs with a or b; their own pair does not change. Distances are relative to the number of strata.
    private static double Crowding(int[][] strata, int a, int b)
    {
        var (sum, count) = (0.0, strata[0].Length);
        for (var i = 0; i < count; i++)
        {
            if (i != a && i != b)
            {
                sum += Repulsion(strata, a, i, count) + Repulsion(strata, b, i, count);
            }
        }

        return sum;
    }

    private static double Repulsion(int[][] strata, int a, int b, int count)
    {
        var square = 0.0;
        foreach (var column in strata)
        {
            var difference = (double)(column[a] - column[b]) / count;
            square += difference * difference;
        }

        // distance⁻¹⁵: a power large enough for the nearest pair to decide, small enough for the next ones to count.
        var inverse = 1 / square;
        var fourth = inverse * inverse * inverse * inverse;
        return fourth * inverse * inverse * inverse * Math.Sqrt(inverse);
    }
}
