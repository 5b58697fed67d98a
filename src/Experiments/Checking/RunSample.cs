namespace LeadershipSim.Experiments.Checking;

/// <summary>Runs of a plan, drawn at random without replacement.</summary>
internal sealed class RunSample
{
    private readonly SortedSet<long>? _chosen;

    private RunSample(SortedSet<long>? chosen) => _chosen = chosen;

    /// <summary>Draws runs; all when there are no more than are asked for.</summary>
    /// <remarks>Floyd's algorithm: as many draws as runs are wanted, every subset equally likely (doi:10.1145/30401.315746).</remarks>
    public static RunSample Of(long runs, long wanted, int seed)
    {
        if (wanted >= runs)
        {
            return new(null);
        }

        var random = new Random(seed);
        var chosen = new SortedSet<long>();
        for (var last = runs - Math.Max(0, wanted); last < runs; last++)
        {
            if (!chosen.Add(random.NextInt64(last + 1)))
            {
                chosen.Add(last);
            }
        }

        return new(chosen);
    }

    /// <summary>Whether a run was drawn.</summary>
    public bool Has(long run) => _chosen?.Contains(run) ?? true;

    /// <summary>Whether any of some consecutive runs was drawn.</summary>
    public bool HasAny(long first, int count) => _chosen is null || _chosen.GetViewBetween(first, first + count - 1).Count > 0;
}
