using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Morris's design for elementary effects (Morris 1991, doi:10.2307/1269043): trajectories through a grid that change one factor a
/// step, chosen from many to lie far apart (Campolongo, Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004).
/// Factors without order (policies, networks, choices) take no steps: the trajectories are repeated at each of their combinations.
/// </summary>
public sealed record MorrisTrajectories : IExperimentDesign
{
    /// <summary>Trajectories that are run.</summary>
    [Parameter("Trajectories; each has one design point more than there are ordered factors", Symbol = "r", Min = 2, Max = 1000)]
    public int Trajectories { get; init; } = 20;

    /// <summary>Trajectories that these are chosen from.</summary>
    [Parameter("Random trajectories that those which lie far apart are chosen from; as many as trajectories: no choice", Min = 2, Max = 1000)]
    public int Candidates { get; init; } = 200;

    /// <summary>Grid levels of each factor.</summary>
    [Parameter("Grid levels of each factor, an even number", Symbol = "p", Min = 2, Max = 64)]
    public int GridLevels { get; init; } = 4;

    /// <summary>Seed of the trajectories.</summary>
    [Parameter("Seed of the trajectories; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <summary>Step in the unit cube, p / (2 (p − 1)): all grid levels are met equally often.</summary>
    public double Step => GridLevels / (2.0 * (GridLevels - 1));

    /// <inheritdoc/>
    public string Kind => "morris";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Trajectories(GridLevels);

    /// <inheritdoc/>
    public bool CanLosePoints => false;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (GridLevels % 2 != 0 || Candidates < Trajectories)
        {
            return $"{Kind} needs an even number of gridLevels ({GridLevels}), and at least as many candidates ({Candidates}) as trajectories ({Trajectories})";
        }

        IReadOnlyList<Factor> ordered = [.. factors.Where(f => f.IsOrdered)];
        if (ordered.Count > 0 && DifferentTrajectories(ordered.Count) < Trajectories)
        {
            return $"{Kind} has {Trajectories} trajectories, and there are {DifferentTrajectories(ordered.Count)} different ones of {ordered.Count} ordered factors at {GridLevels} gridLevels; ask for no more, or raise gridLevels";
        }

        return (ordered.Count == 0 ? $"{Kind} needs at least one factor whose values are numbers" : null)
            ?? Requirements.Finite(ordered, 0, "")
            ?? Requirements.Finite(ordered, 1, "")
            ?? (factors.FirstOrDefault(f => f.Weights is not null) is { } weighted ? $"{Kind} runs every level alike, and {weighted.Path} has weights; leave them out" : null)
            ?? (ordered.FirstOrDefault(f => !FitsGrid(f)) is { } misfit
                ? $"{Kind} moves {misfit.Path} over {GridLevels} grid levels, and it has not as many values; give it a range without steps, as many levels, or change gridLevels"
                : null);
    }

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var crossed = new FullFactorial().CountPoints([.. factors.Where(f => !f.IsOrdered)]);
        var steps = (long)Trajectories * (factors.Count(f => f.IsOrdered) + 1);
        return crossed > long.MaxValue / steps ? long.MaxValue : crossed * steps;
    }

    /// <inheritdoc/>
    public IEnumerable<FactorLevel?[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        IReadOnlyList<Factor> unordered = [.. factors.Where(f => !f.IsOrdered)];
        IReadOnlyList<Factor> ordered = [.. factors.Where(f => f.IsOrdered)];
        List<FactorLevel[]> rows = [.. Sample(ordered.Count).Select(row => row.Select((u, k) => AtGrid(ordered[k], u)).ToArray())];
        return
            from combination in new FullFactorial().Expand(unordered)
            from row in rows
            select Interleave(factors, combination, row);
    }

    /// <summary>The points in the unit cube, trajectory after trajectory.</summary>
    public IEnumerable<double[]> Sample(int dimensions)
    {
        var random = new RandomStream((ulong)Seed);
        var candidates = new List<double[][]>();
        var known = new HashSet<string>();
        while (candidates.Count < Math.Min(Candidates, DifferentTrajectories(dimensions)))
        {
            // The same points in the other direction have the same elementary effects.
            var trajectory = Trajectory(dimensions, ref random);
            if (known.Add(string.Join('|', trajectory.Select(p => string.Join(' ', p)).Order(StringComparer.Ordinal))))
            {
                candidates.Add(trajectory);
            }
        }

        return TrajectoryChoice.FarApart([.. candidates], Trajectories).SelectMany(c => candidates[c]);
    }

    // Starts (p/2)^k, directions 2^k and orders k!, each path in both directions.
    private double DifferentTrajectories(int dimensions) =>
        Enumerable.Range(1, dimensions).Aggregate(0.5, (product, k) => product * GridLevels * k);

    private double[][] Trajectory(int dimensions, ref RandomStream random)
    {
        var point = new double[dimensions];
        var rises = new bool[dimensions];
        for (var k = 0; k < dimensions; k++)
        {
            rises[k] = random.NextBernoulli(0.5);
            var low = random.NextIndex(GridLevels / 2);
            point[k] = Grid(rises[k] ? low : low + (GridLevels / 2));
        }

        var rows = new List<double[]> { point };
        foreach (var k in UnitCube.Shuffled(dimensions, ref random))
        {
            point = (double[])point.Clone();
            var at = (int)Math.Round(point[k] * (GridLevels - 1));
            point[k] = Grid(rises[k] ? at + (GridLevels / 2) : at - (GridLevels / 2));
            rows.Add(point);
        }

        return [.. rows];
    }

    private double Grid(int level) => (double)level / (GridLevels - 1);

    private bool FitsGrid(Factor factor) =>
        (factor.Levels.Count == 0 || factor.Levels.Count == GridLevels)
        && Enumerable.Range(0, GridLevels).Select(g => AtGrid(factor, Grid(g)).Value).Distinct().Count() == GridLevels;

    // Listed levels are the grid levels themselves.
    private FactorLevel AtGrid(Factor factor, double u) =>
        factor.Levels.Count > 0 ? factor.Levels[(int)Math.Round(u * (GridLevels - 1))] : factor.At(u);

    private static FactorLevel?[] Interleave(IReadOnlyList<Factor> factors, FactorLevel?[] unordered, FactorLevel[] ordered)
    {
        var (u, o) = (0, 0);
        return [.. factors.Select(f => f.IsOrdered ? ordered[o++] : unordered[u++])];
    }
}
