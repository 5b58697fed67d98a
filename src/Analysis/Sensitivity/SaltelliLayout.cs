using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Where the rows of Saltelli's design stand: for each base point A, AB_1..AB_D, with second order BA_1..BA_D, B. Sobol' indices take
/// this and no other layout, so that they cannot be asked of another design.
/// </summary>
public sealed record SaltelliLayout
{
    /// <summary>A layout.</summary>
    /// <param name="factors">Names of the factors, at least one; where the random numbers are a factor, that is among them.</param>
    /// <param name="basePoints">Base points N, at least 2.</param>
    /// <param name="secondOrder">Whether the rows BA are there.</param>
    /// <exception cref="ArgumentException">There are no factors or too few base points.</exception>
    public SaltelliLayout(IReadOnlyList<string> factors, int basePoints, bool secondOrder)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Count == 0 || basePoints < 2)
        {
            throw new ArgumentException(Invariant($"Saltelli's design has at least one factor and two base points, not {factors.Count} and {basePoints}."));
        }

        (Factors, BasePoints, SecondOrder) = (factors, basePoints, secondOrder);
    }

    /// <summary>Names of the factors.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>Base points N.</summary>
    public int BasePoints { get; }

    /// <summary>Whether the rows BA are there.</summary>
    public bool SecondOrder { get; }

    /// <summary>Rows of one base point.</summary>
    public int RowsPerBasePoint => SecondOrder ? (2 * Factors.Count) + 2 : Factors.Count + 2;

    /// <summary>Design points in all.</summary>
    public int Points => BasePoints * RowsPerBasePoint;

    /// <summary>The layout of a design.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="factors">Names of its factors.</param>
    public static SaltelliLayout Of(DesignShape.Saltelli shape, IReadOnlyList<string> factors)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(shape.HasSeed ? [.. factors, "seed"] : factors, shape.BasePoints, shape.SecondOrder);
    }

    /// <summary>Checks that points stand where the layout says: each row between A and B has one factor of the other and all others of its own.</summary>
    /// <param name="cloud">The factors at each point.</param>
    /// <exception cref="IncompleteDesignException">A point does not, or there are other points.</exception>
    public void Check(PointCloud cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        if (cloud.Points != Points)
        {
            throw new IncompleteDesignException(Invariant($"Saltelli's design of {BasePoints} base points and {Factors.Count} factors has {Points} design points, and there are {cloud.Points}"));
        }

        for (var point = 0; point < Points; point++)
        {
            var (start, row) = (point - (point % RowsPerBasePoint), point % RowsPerBasePoint);
            if (row == 0 || row == B)
            {
                continue;
            }

            var isOfA = row <= Factors.Count;
            var exchanged = isOfA ? row - 1 : row - 1 - Factors.Count;
            var odd = Enumerable.Range(0, Factors.Count)
                .Where(k => cloud.Factors[k].Labels[point] != cloud.Factors[k].Labels[(k == exchanged) == isOfA ? start + B : start]).ToList();
            if (odd.Count > 0)
            {
                var (matrix, basePoint, value) = (isOfA ? "AB" : "BA", (start / RowsPerBasePoint) + 1, cloud.Factors[odd[0]].Labels[point]);
                throw new IncompleteDesignException(Invariant($"design point {point + 1} should be row {matrix} of {Factors[exchanged]} of base point {basePoint}, and its {Factors[odd[0]]} is {value}. Give the rows in the order of the design: A, AB of each factor, with second order BA of each factor, B"));
            }
        }
    }

    /// <summary>Row of B within a base point; that of A is 0, of AB_k k + 1.</summary>
    internal int B => RowsPerBasePoint - 1;

    /// <summary>Row of BA_k within a base point.</summary>
    internal int BA(int factor) => Factors.Count + 1 + factor;
}
