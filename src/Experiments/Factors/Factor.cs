using LeadershipSim.Experiments.Distributions;

namespace LeadershipSim.Experiments.Factors;

/// <summary>One level of a factor.</summary>
/// <param name="Value">What tables show: double, long, bool or string.</param>
/// <param name="Setting">What is put into the scenario.</param>
public sealed record FactorLevel(object Value, object Setting)
{
    /// <summary>Whether the level is a number, and so has an order.</summary>
    public bool IsNumber => Setting is double or int;

    /// <summary>The levels of the factors that are zipped with this one, which come with it.</summary>
    public IReadOnlyList<FactorLevel> Beside { get; init; } = [];
}

/// <summary>A parameter, or a part chosen by kind, that an experiment varies: over listed levels, or over a distribution.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Levels">Its levels, in the order of the file; empty when it has a distribution.</param>
public sealed record Factor(string Path, IReadOnlyList<FactorLevel> Levels)
{
    /// <summary>The least share of probability that is drawn: half the step of a uniform draw, since 0 is −∞ where there is no bound.</summary>
    public const double LeastShare = 1.0 / (1UL << 54);

    /// <summary>The greatest share of probability that is drawn.</summary>
    public const double GreatestShare = 1 - (1.0 / (1UL << 53));

    /// <summary>How often a sampling design draws each level, in proportion; null: equally.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The distribution of its values; null when it has levels.</summary>
    public IDistribution? Distribution { get; init; }

    /// <summary>Where it applies: all of these hold. Elsewhere the parameter does not vary, and the factor has no value.</summary>
    public IReadOnlyList<FactorCondition> When { get; init; } = [];

    /// <summary>Whether its parameter is a whole number: values of the distribution are rounded to the nearest.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether its values have an order; policies, networks and choices have none.</summary>
    public bool IsOrdered => Distribution is not null || Levels.All(l => l.IsNumber);

    /// <summary>The level at a coordinate of the unit cube: the quantile of the distribution, or of the levels by their weights.</summary>
    /// <param name="u">From 0 to 1.</param>
    public FactorLevel At(double u)
    {
        if (Distribution is not null)
        {
            var value = Distribution.Quantile(u);
            return IsWhole && Math.Abs(value) < int.MaxValue ? new FactorLevel((long)Math.Round(value), (int)Math.Round(value)) : new FactorLevel(value, value);
        }

        if (Weights is null)
        {
            return Levels[Math.Min(Levels.Count - 1, (int)(u * Levels.Count))];
        }

        var (rest, at) = (u * Weights.Sum(), 0);
        while (at < Levels.Count - 1 && rest >= Weights[at])
        {
            rest -= Weights[at++];
        }

        return Levels[at];
    }
}
