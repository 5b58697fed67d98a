namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Chooses trajectories that lie far apart: first the two farthest, then always the one that adds most to the sum of squared
/// distances. A full search of all choices, as Campolongo et al. (2007) do, is out of reach at more than a few trajectories; the
/// greedy one is that of Ruano et al. (2012, doi:10.1016/j.envsoft.2012.03.008) without exchange.
/// </summary>
internal static class TrajectoryChoice
{
    /// <summary>Indices of the chosen candidates, in their order.</summary>
    public static IReadOnlyList<int> FarApart(double[][][] candidates, int count)
    {
        if (count >= candidates.Length)
        {
            return [.. Enumerable.Range(0, candidates.Length)];
        }

        var distances = Distances(candidates);
        var chosen = Farthest(distances);
        var spread = new double[candidates.Length];
        foreach (var c in chosen)
        {
            Add(spread, distances, c);
        }

        while (chosen.Count < count)
        {
            var next = Enumerable.Range(0, candidates.Length).Where(c => !chosen.Contains(c)).MaxBy(c => spread[c]);
            chosen.Add(next);
            Add(spread, distances, next);
        }

        return [.. chosen.Order()];
    }

    private static void Add(double[] spread, double[,] distances, int chosen)
    {
        for (var c = 0; c < spread.Length; c++)
        {
            spread[c] += distances[c, chosen] * distances[c, chosen];
        }
    }

    private static List<int> Farthest(double[,] distances)
    {
        var (first, second) = (0, 1);
        for (var a = 0; a < distances.GetLength(0); a++)
        {
            for (var b = a + 1; b < distances.GetLength(0); b++)
            {
                (first, second) = distances[a, b] > distances[first, second] ? (a, b) : (first, second);
            }
        }

        return [first, second];
    }

    // The distance of two trajectories is the sum of the distances of all pairs of their points.
    private static double[,] Distances(double[][][] candidates)
    {
        var distances = new double[candidates.Length, candidates.Length];
        for (var a = 0; a < candidates.Length; a++)
        {
            for (var b = a + 1; b < candidates.Length; b++)
            {
                distances[a, b] = distances[b, a] = candidates[a].Sum(p => candidates[b].Sum(q => Distance(p, q)));
            }
        }

        return distances;
    }

    private static double Distance(double[] p, double[] q)
    {
        var square = 0.0;
        for (var k = 0; k < p.Length; k++)
        {
            square += (p[k] - q[k]) * (p[k] - q[k]);
        }

        return Math.Sqrt(square);
    }
}
