using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>Halton sequence (Halton 1960, doi:10.1007/BF01386213): in each dimension the radical inverse in a prime base.</summary>
public sealed record HaltonSequence : IExperimentDesign
{
    /// <summary>Number of points.</summary>
    [Parameter("Number of design points", Min = 1, Max = 1_000_000)]
    public int Points { get; init; } = 100;

    /// <summary>Points left out at the start of the sequence.</summary>
    [Parameter("Points left out at the start of the sequence", Max = 1_000_000_000)]
    public int Skip { get; init; }

    /// <summary>Whether digits are permuted at random.</summary>
    [Parameter("Random permutation of the digits; without it dimensions with large primes go together for many points")]
    public Scramble Scramble { get; init; }

    /// <summary>Seed of the permutations.</summary>
    [Parameter("Seed of the permutations; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Kind => "halton";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Cloud();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors) =>
        Requirements.Some(Kind, factors) ?? (Scramble == Scramble.None && Skip == 0 ? Requirements.Finite(factors, 0, ", scramble: owen or skip: 1") : null);

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors) => Points;

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return UnitCube.ToLevels(Sample(factors.Count), factors);
    }

    /// <summary>The points in the unit cube. More points begin with the same ones.</summary>
    public IEnumerable<double[]> Sample(int dimensions)
    {
        int[] primes = [.. Primes().Take(dimensions)];
        for (var index = (long)Skip; index < (long)Skip + Points; index++)
        {
            yield return [.. primes.Select((radix, k) => Coordinate(index, radix, k))];
        }
    }

    private double Coordinate(long index, int radix, int dimension) =>
        Scramble == Scramble.None ? RadicalInverse(index, radix) : NestedScramble.Radical(index, radix, SplitMix64.Combine((ulong)Seed, (ulong)dimension));

    private static double RadicalInverse(long index, int radix)
    {
        var (value, scale) = (0.0, 1.0 / radix);
        for (; index > 0; index /= radix)
        {
            value += index % radix * scale;
            scale /= radix;
        }

        return value;
    }

    private static IEnumerable<int> Primes()
    {
        var found = new List<int>();
        for (var candidate = 2; ; candidate++)
        {
            if (found.TrueForAll(p => candidate % p != 0))
            {
                found.Add(candidate);
                yield return candidate;
            }
        }
    }
}
