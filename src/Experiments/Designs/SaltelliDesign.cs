using System.Numerics;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Saltelli's design for Sobol' indices (Saltelli 2002, doi:10.1016/S0010-4655(02)00280-1; Saltelli et al. 2010,
/// doi:10.1016/j.cpc.2009.09.018): for each base point a row of A, the same with one factor at a time from B (AB_1..AB_D), with
/// second order also B with one factor at a time from A (BA_1..BA_D), and the row of B. The rows stand in this order, as in SALib.
/// </summary>
public sealed record SaltelliDesign : IExperimentDesign
{
    /// <summary>Base points N.</summary>
    [Parameter("Base points, a power of two; there are points * (factors + 2) design points, with second order points * (2 * factors + 2); the seed as a factor counts as one", Symbol = "N", Min = 1, Max = 262_144)]
    public int Points { get; init; } = 256;

    /// <summary>Whether interactions of pairs can be estimated.</summary>
    [Parameter("Whether interactions of pairs of factors can be estimated")]
    public bool SecondOrder { get; init; }

    /// <summary>Points left out at the start of the sequence.</summary>
    [Parameter("Points left out at the start of the Sobol sequence", Max = 1_000_000_000)]
    public int Skip { get; init; }

    /// <summary>Whether the base points are scrambled.</summary>
    [Parameter("Random permutation of the digits of the Sobol sequence")]
    public Scramble Scramble { get; init; }

    /// <summary>Seed of the permutations.</summary>
    [Parameter("Seed of the permutations; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <summary>Which points share their random numbers.</summary>
    [Parameter("Which points share their random numbers: as seeding says, those of a base point, none, or by the levels of a further factor named seed")]
    public PointNoise Noise { get; init; }

    /// <inheritdoc/>
    public string Kind => "saltelli";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Saltelli(Points, SecondOrder, Noise is PointNoise.SeedAsFactor);

    /// <inheritdoc/>
    public bool CanLosePoints => false;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (!BitOperations.IsPow2(Points))
        {
            return $"{Kind} needs a power of two as its points, not {Points}; take {(int)BitOperations.RoundUpToPowerOf2((uint)Points)} or {1 << BitOperations.Log2((uint)Points)}";
        }

        return Requirements.Some(Kind, factors)
            ?? (2 * factors.Count > SobolDirections.MostDimensions ? $"{Kind} has at most {SobolDirections.MostDimensions / 2} factors, and there are {factors.Count}" : null)
            ?? (Scramble == Scramble.None && Skip == 0 ? Requirements.Finite(factors, 0, ", scramble: owen or skip: a power of two") : null);
    }

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return (long)Points * RowsPerBasePoint(factors.Count);
    }

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return UnitCube.ToLevels(Sample(factors.Count), factors);
    }

    /// <summary>Design points of one base point: A, AB_1..AB_D, (BA_1..BA_D), B; where the seed is a factor, it is the last.</summary>
    public int RowsPerBasePoint(int dimensions)
    {
        var exchanged = Noise == PointNoise.SeedAsFactor ? dimensions + 1 : dimensions;
        return SecondOrder ? (2 * exchanged) + 2 : exchanged + 2;
    }

    /// <inheritdoc/>
    public ulong? ArmOf(int point, int factors)
    {
        var (basePoint, row) = Math.DivRem(point, RowsPerBasePoint(factors));
        return Noise switch
        {
            PointNoise.RowCommon => (ulong)basePoint + 1,
            PointNoise.Independent => (ulong)point + 1,
            PointNoise.SeedAsFactor => (2 * (ulong)basePoint) + (HasSeedOfB(row, factors) ? 2UL : 1UL),
            _ => null,
        };
    }

    /// <summary>The rows in the unit cube; the seed, where it is a factor, is no dimension of it.</summary>
    public IEnumerable<double[]> Sample(int dimensions)
    {
        // A and B are the two halves of one sequence of twice as many dimensions.
        var sequence = new SobolSequence { Points = Points, Skip = Skip, Scramble = Scramble, Seed = Seed };
        foreach (var pair in sequence.Sample(2 * dimensions))
        {
            var (a, b) = (pair[..dimensions], pair[dimensions..]);
            yield return a;
            for (var k = 0; k < dimensions; k++)
            {
                yield return Exchange(a, b, k);
            }

            if (Noise == PointNoise.SeedAsFactor)
            {
                yield return a;
            }

            for (var k = 0; SecondOrder && k < dimensions; k++)
            {
                yield return Exchange(b, a, k);
            }

            if (SecondOrder && Noise == PointNoise.SeedAsFactor)
            {
                yield return b;
            }

            yield return b;
        }
    }

    // A, AB_1..AB_D have the seed of A and AB_seed that of B; BA_1..BA_D and B have that of B and BA_seed that of A.
    private bool HasSeedOfB(int row, int factors) =>
        row == factors + 1 || (row > factors + 1 && !(SecondOrder && row == RowsPerBasePoint(factors) - 2));

    private static double[] Exchange(double[] row, double[] other, int k)
    {
        var copy = (double[])row.Clone();
        copy[k] = other[k];
        return copy;
    }
}
