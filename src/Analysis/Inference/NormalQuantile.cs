namespace LeadershipSim.Analysis.Inference;

/// <summary>Constants of the normal distribution.</summary>
public static class NormalQuantile
{
    /// <summary>Φ⁻¹(0.975): the half-width, in standard errors, of a 95 % interval.</summary>
    public const double Quantile975 = 1.959963984540054;
}
