
namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Which factor each step of Morris's trajectories moves, and whether up or down. Elementary effects take this and no other layout.
/// </summary>
public sealed record MorrisLayout
{
    private MorrisLayout(IReadOnlyList<string> factors, double step, IReadOnlyList<IReadOnlyList<(int Factor, int Sign)>> steps) =>
        (Factors, Step, Steps) = (factors, step, steps);

    /// <summary>Names of the factors.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>Length of a step where every factor goes from 0 to 1.</summary>
    public double Step { get; }

    /// <summary>For each trajectory and step, the factor that moves, and 1 for up, −1 for down.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Factor, int Sign)>> Steps { get; }

    /// <summary>Design points in all.</summary>
    public int Points => Steps.Count * (Factors.Count + 1);

    /// <summary>The layout of points in their order, trajectory after trajectory.</summary>
    /// <param name="factors">Names of the factors.</param>
    /// <param name="points">Values of the factors at each point; any unit that rises with the grid.</param>
    /// <param name="gridLevels">Grid levels p of each factor; a step is p/(2(p − 1)).</param>
    /// <exception cref="IncompleteDesignException">The points are no trajectories that move one factor a step and each factor once.</exception>
    public static MorrisLayout Of(IReadOnlyList<string> factors, IReadOnlyList<IReadOnlyList<double>> points, int gridLevels)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(gridLevels, 2);
        var length = factors.Count + 1;
        if (points.Count == 0 || points.Count % length != 0)
        {
            throw new IncompleteDesignException(Invariant($"Morris's trajectories over {factors.Count} factors have {length} design points each, and {points.Count} design points are not a multiple of that. Check the factors, or run what is missing"));
        }

        var steps = Enumerable.Range(0, points.Count / length)
            .Select(t => (IReadOnlyList<(int, int)>)[.. Enumerable.Range(t * length, factors.Count).Select(row => StepAt(points, row, length))]).ToList();
        var odd = steps.FindIndex(t => t.Select(s => s.Item1).Distinct().Count() != factors.Count);
        return odd < 0
            ? new(factors, gridLevels / (2.0 * (gridLevels - 1)), steps)
            : throw new IncompleteDesignException(Invariant($"Morris's trajectory {odd + 1} does not move each factor once (design points {(odd * length) + 1} to {(odd + 1) * length}). Give the rows in the order of the design"));
    }

    private static (int Factor, int Sign) StepAt(IReadOnlyList<IReadOnlyList<double>> points, int row, int length)
    {
        var (from, to) = (points[row], points[row + 1]);
        var moved = Enumerable.Range(0, from.Count).Where(k => from[k] != to[k]).ToList();
        return moved.Count == 1
            ? (moved[0], Math.Sign(to[moved[0]] - from[moved[0]]))
            : throw new IncompleteDesignException(Invariant($"Morris's trajectory {(row / length) + 1} moves {moved.Count} factors between design points {row + 1} and {row + 2}, and a step moves one. Give the rows in the order of the design"));
    }
}
