
namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Every combination of the levels of all factors, once. Finite changes and exact Shapley effects take this and no other layout.</summary>
public sealed record FactorialLayout
{
    private FactorialLayout(IReadOnlyList<FactorColumn> factors, IReadOnlyList<IReadOnlyList<string>> levels, int[] pointAt) =>
        (Factors, Levels, PointAt) = (factors, levels, pointAt);

    /// <summary>The factors.</summary>
    public IReadOnlyList<FactorColumn> Factors { get; }

    /// <summary>The levels of each factor, in the order of the design.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Levels { get; }

    /// <summary>Design points in all.</summary>
    public int Points => PointAt.Length;

    /// <summary>The point of each combination; the levels of the last factor change fastest.</summary>
    internal int[] PointAt { get; }

    /// <summary>The layout of points that are a full factorial, in whatever order.</summary>
    /// <param name="factors">The factors at each point.</param>
    /// <exception cref="IncompleteDesignException">Combinations are missing or occur more than once.</exception>
    public static FactorialLayout Of(IReadOnlyList<FactorColumn> factors)
    {
        var points = new PointCloud(factors).Points;
        IReadOnlyList<string>[] levels = [.. factors.Select(f => f.Labels.Distinct(StringComparer.Ordinal).ToArray())];
        var combinations = levels.Aggregate(1L, (product, l) => Math.Min(int.MaxValue, product * l.Count));
        var pointAt = new Dictionary<long, int>();
        for (var p = 0; p < points; p++)
        {
            pointAt.TryAdd(factors.Select((f, i) => (f, i)).Aggregate(0L, (at, x) => (at * levels[x.i].Count) + IndexOf(levels[x.i], x.f.Labels[p])), p);
        }

        return pointAt.Count == combinations && points == combinations
            ? new(factors, levels, [.. pointAt.OrderBy(p => p.Key).Select(p => p.Value)])
            : throw new IncompleteDesignException(Invariant($"a full factorial of {string.Join(" × ", levels.Select(l => l.Count))} levels has {combinations} design points, and there are {points}, {pointAt.Count} of them different. Take the design fullFactorial without constraints, or leave a factor out"));
    }

    private static int IndexOf(IReadOnlyList<string> levels, string level)
    {
        var at = 0;
        while (levels[at] != level)
        {
            at++;
        }

        return at;
    }

    /// <summary>The level of a factor, from 0, at a combination.</summary>
    internal int LevelAt(int combination, int factor)
    {
        for (var k = Factors.Count - 1; k > factor; k--)
        {
            combination /= Levels[k].Count;
        }

        return combination % Levels[factor].Count;
    }

    /// <summary>The combination of some levels.</summary>
    internal int CombinationOf(IReadOnlyList<int> levels) => levels.Select((l, k) => (l, k)).Aggregate(0, (at, x) => (at * Levels[x.k].Count) + x.l);
}
