using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>All combinations of levels; the last factor varies fastest. A factor varies only where it applies.</summary>
public sealed record FullFactorial : IExperimentDesign
{
    // Far more points than any experiment may have; without conditions they are multiplied, with conditions counted.
    private const int MostCounted = 10_000_000;

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
        var applicability = new Applicability(factors);
        var count = (long)Applicable(factors, applicability).Take(MostCounted).Count();
        count = count == MostCounted ? long.MaxValue : count;
        foreach (var factor in factors.Where((_, k) => !applicability.IsInvolved(k)))
        {
            var levels = (long)factor.Levels.Count;
            count = levels == 0 || count <= long.MaxValue / levels ? count * levels : long.MaxValue;
        }

        return count;
    }

    /// <inheritdoc/>
    public IEnumerable<FactorLevel?[]> Expand(IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var applicability = new Applicability(factors);
        return Combined(factors, applicability, applicability.Order);
    }

    // The combinations of those factors alone that apply somewhere, or that others depend on.
    private static IEnumerable<FactorLevel?[]> Applicable(IReadOnlyList<Factor> factors, Applicability applicability) =>
        Combined(factors, applicability, [.. applicability.Order.Where(applicability.IsInvolved)]);

    private static IEnumerable<FactorLevel?[]> Combined(IReadOnlyList<Factor> factors, Applicability applicability, IReadOnlyList<int> order)
    {
        IEnumerable<FactorLevel?[]> points = [new FactorLevel?[factors.Count]];
        foreach (var k in order)
        {
            points = points.SelectMany(p => applicability.Applies(k, p) ? factors[k].Levels.Select(level => With(p, k, level)) : [p]);
        }

        return points;
    }

    private static FactorLevel?[] With(FactorLevel?[] point, int k, FactorLevel level)
    {
        var copy = (FactorLevel?[])point.Clone();
        copy[k] = level;
        return copy;
    }
}
