
namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>One output of every run of a design.</summary>
/// <param name="Name">Name of the output.</param>
/// <param name="ByPoint">For each design point, in the order of the design, its replicates in their order; null where a run is missing, failed or
/// has no such value.</param>
/// <param name="Sharing">Which design points had the same random numbers.</param>
public sealed record OutputSample(string Name, IReadOnlyList<IReadOnlyList<double?>> ByPoint, ChanceSharing Sharing = ChanceSharing.None)
{
    /// <summary>An output with one run at each design point.</summary>
    /// <param name="name">Name of the output.</param>
    /// <param name="values">Its value at each design point.</param>
    public static OutputSample Single(string name, IEnumerable<double> values) => new(name, [.. values.Select(v => (IReadOnlyList<double?>)[v])]);

    /// <summary>Number of runs without a value.</summary>
    public int MissingRuns => ByPoint.Sum(p => p.Count(v => v is null || !double.IsFinite(v.Value)));

    /// <summary>All values, for an analysis that needs every run of its design.</summary>
    /// <param name="analysis">What needs them, in words.</param>
    /// <param name="points">Design points of the layout.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed, or there are other points than the layout has.</exception>
    internal double[][] Complete(string analysis, int points)
    {
        if (ByPoint.Count != points)
        {
            throw new IncompleteDesignException(Invariant($"{Name}: {analysis} needs the {points} design points of the layout, and there are {ByPoint.Count}. Check the number of factors and the design's parameters, or run what is missing"));
        }

        var planned = ByPoint.Sum(p => p.Count);
        if (MissingRuns > 0)
        {
            var incomplete = ByPoint.Count(p => p.Any(v => v is null || !double.IsFinite(v.Value)));
            throw new IncompleteDesignException(Invariant($"{Name}: {analysis} needs every run, and {MissingRuns} of {planned} runs ({incomplete} of {points} design points) are missing, failed or have no value. Run them again, or take an output that every run has"));
        }

        var (least, most) = (ByPoint.Min(p => p.Count), ByPoint.Max(p => p.Count));
        return least == most && least > 0
            ? [.. ByPoint.Select(p => p.Select(v => v!.Value).ToArray())]
            : throw new IncompleteDesignException(Invariant($"{Name}: {analysis} needs the same number of replicates at every design point, and there are from {least} to {most}. Run the missing replicates, or write a number as replicates"));
    }

    /// <summary>The points that have values, with those values.</summary>
    internal (int[] Points, double[][] Values) Present()
    {
        var present = ByPoint.Select((p, i) => (i, Values: p.Where(v => v is { } x && double.IsFinite(x)).Select(v => v!.Value).ToArray()))
            .Where(p => p.Values.Length > 0).ToList();
        return ([.. present.Select(p => p.i)], [.. present.Select(p => p.Values)]);
    }
}
