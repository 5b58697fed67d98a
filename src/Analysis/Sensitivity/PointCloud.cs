
namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Design points spread over all factors, in no order that matters: Latin hypercube, sequences, random, a file of points. Rank
/// correlations, regression trees and nearest neighbours take it.
/// </summary>
public sealed record PointCloud
{
    /// <summary>A cloud.</summary>
    /// <param name="factors">The factors, each with a value for every point.</param>
    /// <exception cref="ArgumentException">There are none, or they have different numbers of points.</exception>
    public PointCloud(IReadOnlyList<FactorColumn> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Count == 0 || factors.Any(f => f.Labels.Count != factors[0].Labels.Count))
        {
            throw new ArgumentException("A cloud of points needs at least one factor, and every factor a value for every point.", nameof(factors));
        }

        Factors = factors;
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<FactorColumn> Factors { get; }

    /// <summary>Number of points.</summary>
    public int Points => Factors[0].Labels.Count;

    /// <summary>Its factors with order: rank correlations are of these.</summary>
    public IReadOnlyList<FactorColumn> Ordered => [.. Factors.Where(f => f.Numbers is not null)];

    /// <summary>
    /// The points apart by their combination of labels: factors without order cannot be ranked, so that rank correlations are taken within
    /// their levels. One stratum with an empty name where all factors have order.
    /// </summary>
    public IReadOnlyList<(string Name, IReadOnlyList<int> Points)> Strata
    {
        get
        {
            FactorColumn[] unordered = [.. Factors.Where(f => f.Numbers is null)];
            return
            [
                .. Enumerable.Range(0, Points)
                    .GroupBy(p => string.Join(", ", unordered.Select(f => $"{f.Name} = {f.Labels[p]}")), StringComparer.Ordinal)
                    .Select(g => (g.Key, (IReadOnlyList<int>)[.. g])),
            ];
        }
    }

    /// <summary>The cloud at some of its points.</summary>
    internal PointCloud At(IReadOnlyList<int> points) => new([.. Factors.Select(f => f.At(points))]);

    /// <summary>The points at which an output has values, with those values.</summary>
    /// <exception cref="IncompleteDesignException">The output has another number of points, or none with values.</exception>
    internal (PointCloud Cloud, double[][] Values) With(OutputSample output)
    {
        if (output.ByPoint.Count != Points)
        {
            throw new IncompleteDesignException(Invariant($"{output.Name}: there are {output.ByPoint.Count} design points with runs and {Points} with factors"));
        }

        var (points, values) = output.Present();
        return points.Length == 0
            ? throw new IncompleteDesignException($"{output.Name}: no run has a value. Take another output, or run the experiment")
            : (points.Length == Points ? this : At(points), values);
    }
}
