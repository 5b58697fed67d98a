using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Sobol' sequence (Sobol' 1967, doi:10.1016/0041-5553(67)90144-9) with the direction numbers of Joe and Kuo (2008): every block of
/// 2^m points fills the space evenly.
/// </summary>
public sealed record SobolSequence : IExperimentDesign
{
    /// <summary>Number of points.</summary>
    [Parameter("Number of design points; the filling is even at powers of two", Min = 1, Max = 1_000_000)]
    public int Points { get; init; } = 128;

    /// <summary>Points left out at the start of the sequence.</summary>
    [Parameter("Points left out at the start of the sequence; only multiples of a power of two keep the filling even", Max = 1_000_000_000)]
    public int Skip { get; init; }

    /// <summary>Whether digits are permuted at random.</summary>
    [Parameter("Random permutation of the digits")]
    public Scramble Scramble { get; init; }

    /// <summary>Seed of the permutations.</summary>
    [Parameter("Seed of the permutations; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Kind => "sobolSequence";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Cloud();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return Requirements.Some(Kind, factors)
            ?? (factors.Count > SobolDirections.MostDimensions ? $"{Kind} has at most {SobolDirections.MostDimensions} factors, and there are {factors.Count}" : null)
            ?? (Scramble == Scramble.None && Skip == 0 ? Requirements.Finite(factors, 0, ", scramble: owen or skip: 1") : null);
    }

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors) => Points;

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return UnitCube.ToLevels(Sample(factors.Count), factors);
    }

    /// <summary>The points in the unit cube. More points begin with the same ones.</summary>
    public IEnumerable<double[]> Sample(int dimensions) =>
        new SobolDirections(dimensions).Points((uint)Skip, Points).Select(point => point.Select(Coordinate).ToArray());

    private double Coordinate(uint fraction, int dimension) =>
        Scramble == Scramble.None ? fraction / 4294967296.0 : NestedScramble.Binary(fraction, SplitMix64.Combine((ulong)Seed, (ulong)dimension));
}
