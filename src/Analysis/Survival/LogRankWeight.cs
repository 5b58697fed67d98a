namespace LeadershipSim.Analysis.Survival;

/// <summary>How much the differences at each time count in a log-rank test.</summary>
/// <remarks>Choose the weight before looking at the data: picking the smallest p-value of several breaks the test.</remarks>
public sealed record LogRankWeight
{
    private readonly Func<double, double, double> _weight;

    private LogRankWeight(string name, Func<double, double, double> weight) => (Name, _weight) = (name, weight);

    /// <summary>Weight 1: most powerful for proportional hazards (Mantel 1966).</summary>
    public static LogRankWeight LogRank { get; } = new("log-rank", (_, _) => 1);

    /// <summary>Number at risk: Gehan's generalized Wilcoxon test (1965, https://doi.org/10.1093/biomet/52.1-2.203). Early differences; depends on
    /// censoring.</summary>
    public static LogRankWeight Wilcoxon { get; } = new("Wilcoxon (Gehan)", (atRisk, _) => atRisk);

    /// <summary>Square root of the number at risk (Tarone and Ware 1977, https://doi.org/10.1093/biomet/64.1.156).</summary>
    public static LogRankWeight TaroneWare { get; } = new("Tarone–Ware", (atRisk, _) => Math.Sqrt(atRisk));

    /// <summary>Name of the test.</summary>
    public string Name { get; }

    /// <summary>
    /// S(t−)^ρ (1 − S(t−))^γ with S the pooled Kaplan–Meier curve of the stratum (Harrington and Fleming 1982,
    /// https://doi.org/10.1093/biomet/69.3.553). ρ = 1, γ = 0 is R's survdiff(rho = 1): early differences; ρ = 0, γ = 1: late ones.
    /// </summary>
    /// <param name="rho">ρ; not negative.</param>
    /// <param name="gamma">γ; not negative.</param>
    public static LogRankWeight FlemingHarrington(double rho, double gamma = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rho);
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        return new(
            Invariant($"Fleming–Harrington (ρ = {rho}, γ = {gamma})"),
            (_, survival) => Math.Pow(survival, rho) * Math.Pow(1 - survival, gamma));
    }

    /// <summary>The weight at one time.</summary>
    /// <param name="atRisk">Number at risk.</param>
    /// <param name="survivalBefore">S(t−).</param>
    internal double At(double atRisk, double survivalBefore) => _weight(atRisk, survivalBefore);
}
