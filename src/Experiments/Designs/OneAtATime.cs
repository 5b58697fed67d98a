using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Every factor at its first level, and then one factor at a time at each of its others (ten Broeke, van Voorn and Ligtenberg 2016,
/// doi:10.18564/jasss.2857).
/// </summary>
public sealed record OneAtATime : IExperimentDesign
{
    /// <inheritdoc/>
    public string Kind => "oneAtATime";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.OneAtATime();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors) => Requirements.Levels(Kind, factors);

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors) => 1 + factors.Sum(f => (long)f.Levels.Count - 1);

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        FactorLevel[] center = [.. factors.Select(f => f.Levels[0])];
        yield return center;
        for (var k = 0; k < factors.Count; k++)
        {
            foreach (var level in factors[k].Levels.Skip(1))
            {
                var point = (FactorLevel[])center.Clone();
                point[k] = level;
                yield return point;
            }
        }
    }
}
