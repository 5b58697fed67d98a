using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>Points drawn independently of each other.</summary>
public sealed record RandomDesign : IExperimentDesign
{
    /// <summary>Number of points.</summary>
    [Parameter("Number of design points", Min = 1, Max = 1_000_000)]
    public int Points { get; init; } = 100;

    /// <summary>Seed of the points; the runs have seeds of their own.</summary>
    [Parameter("Seed of the points; the runs have seeds of their own", Max = int.MaxValue)]
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Kind => "random";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Cloud();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors) => Requirements.Some(Kind, factors);

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
        var random = new RandomStream((ulong)Seed);
        for (var i = 0; i < Points; i++)
        {
            var row = new double[dimensions];
            foreach (ref var u in row.AsSpan())
            {
                u = UnitCube.NextInside(ref random);
            }

            yield return row;
        }
    }
}
