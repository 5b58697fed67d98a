namespace LeadershipSim.Analysis.Optimization;

/// <summary>
/// Orders points by means of outputs: what keeps the limits first, then by the goal; for several goals by fronts of points that none
/// dominates, within a front by crowding (Deb et al. 2002, doi:10.1109/4235.996017).
/// </summary>
internal static class Ranking
{
    /// <summary>Positions in the list, the best first; among equals the earlier one.</summary>
    /// <param name="means">Means of the outputs of each point, as they count.</param>
    /// <param name="goals">Number of goals; the outputs after them are limits.</param>
    public static IReadOnlyList<int> Order(IReadOnlyList<double[]> means, int goals)
    {
        var kept = new List<int>();
        var broken = new List<(int Index, double By)>();
        for (var i = 0; i < means.Count; i++)
        {
            var by = means[i].Skip(goals).Sum(z => Math.Max(0, -z));
            if (by > 0)
            {
                broken.Add((i, by));
            }
            else
            {
                kept.Add(i);
            }
        }

        return
        [
            .. goals == 1 ? kept.OrderByDescending(i => means[i][0]).ThenBy(i => i) : kept.Count == 0 ? [] : Fronts(means, kept, goals).SelectMany(f => f),
            .. broken.OrderBy(b => b.By).ThenBy(b => b.Index).Select(b => b.Index),
        ];
    }

    /// <summary>Those that no other one dominates, from a list.</summary>
    public static IReadOnlyList<int> Front(IReadOnlyList<double[]> means, IReadOnlyList<int> among, int goals) =>
        [.. among.Where(i => !among.Any(j => Dominates(means[j], means[i], goals)))];

    private static IEnumerable<IReadOnlyList<int>> Fronts(IReadOnlyList<double[]> means, List<int> points, int goals)
    {
        List<int> rest = [.. points];
        while (rest.Count > 0)
        {
            var front = Front(means, rest, goals);
            var crowding = Crowding(means, front, goals);
            yield return [.. front.OrderByDescending(i => crowding[i]).ThenBy(i => i)];
            rest.RemoveAll(front.Contains);
        }
    }

    private static bool Dominates(double[] first, double[] second, int goals)
    {
        var isBetter = false;
        for (var g = 0; g < goals; g++)
        {
            if (first[g] < second[g])
            {
                return false;
            }

            isBetter |= first[g] > second[g];
        }

        return isBetter;
    }

    // How far apart the neighbours of a point are along the front; the ends of the front are infinitely far from others.
    private static Dictionary<int, double> Crowding(IReadOnlyList<double[]> means, IReadOnlyList<int> front, int goals)
    {
        var crowding = front.ToDictionary(i => i, _ => 0.0);
        for (var g = 0; g < goals; g++)
        {
            int[] sorted = [.. front.OrderBy(i => means[i][g]).ThenBy(i => i)];
            var width = means[sorted[^1]][g] - means[sorted[0]][g];
            crowding[sorted[0]] = crowding[sorted[^1]] = double.PositiveInfinity;
            for (var k = 1; k < sorted.Length - 1 && width > 0; k++)
            {
                crowding[sorted[k]] += (means[sorted[k + 1]][g] - means[sorted[k - 1]][g]) / width;
            }
        }

        return crowding;
    }
}
