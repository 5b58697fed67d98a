using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>All combinations of levels; the last factor varies fastest.</summary>
public sealed record FullFactorial : IExperimentDesign
{
    /// <inheritdoc/>
    public string Kind => "fullFactorial";

    /// <inheritdoc/>
    public DesignShape Shape => new DesignShape.Factorial();

    /// <inheritdoc/>
    public bool CanLosePoints => true;

    /// <inheritdoc/>
    public string? Refusal(IReadOnlyList<Factor> factors) => Requirements.Levels(Kind, factors);

    /// <inheritdoc/>
    public long CountPoints(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var count = 1L;
        foreach (var factor in factors)
        {
            var levels = (long)factor.Levels.Count;
            count = levels == 0 || count <= long.MaxValue / levels ? count * levels : long.MaxValue;
        }

        return count;
    }

    /// <inheritdoc/>
    public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors)
    {
        var count = CountPoints(factors);
        for (var index = 0L; index < count; index++)
        {
            var point = new FactorLevel[factors.Count];
            var rest = index;
            for (var k = factors.Count - 1; k >= 0; k--)
            {
                point[k] = factors[k].Levels[(int)(rest % factors[k].Levels.Count)];
                rest /= factors[k].Levels.Count;
            }

            yield return point;
        }
    }
}
