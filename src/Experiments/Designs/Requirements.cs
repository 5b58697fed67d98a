using LeadershipSim.Experiments.Factors;

namespace LeadershipSim.Experiments.Designs;

/// <summary>What designs ask of the factors, each with the sentence that says what is missing and what to do.</summary>
internal static class Requirements
{
    /// <summary>All factors have levels, none of them weighted.</summary>
    public static string? Levels(string kind, IReadOnlyList<Factor> factors)
    {
        if (factors.FirstOrDefault(f => f.Levels.Count == 0) is { } spread)
        {
            return $"{kind} needs levels, and {spread.Path} has a distribution or a range without steps; give levels: [...] or range: {{from, to, steps}}, or take a sampling design such as latinHypercube";
        }

        return factors.FirstOrDefault(f => f.Weights is not null) is { } weighted
            ? $"{kind} runs every level alike, and {weighted.Path} has weights; leave the weights out, or take a sampling design such as latinHypercube"
            : null;
    }

    /// <summary>There is at least one factor.</summary>
    public static string? Some(string kind, IReadOnlyList<Factor> factors) => factors.Count > 0 ? null : $"{kind} needs at least one factor";

    /// <summary>No value at the given coordinate is infinite.</summary>
    public static string? Finite(IReadOnlyList<Factor> factors, double u, string remedy) =>
        factors.FirstOrDefault(f => f.Distribution is { } distribution && !double.IsFinite(distribution.Quantile(u))) is { } unbounded
            ? $"{unbounded.Path} has a distribution without bounds, and this design has points at the very ends of the distributions; take truncatedNormal or another bounded distribution{remedy}"
            : null;
}
