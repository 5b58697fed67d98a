using MathNet.Numerics;

namespace LeadershipSim.Analysis.Inference;

/// <summary>A test whose statistic is χ²-distributed if nothing is there.</summary>
/// <param name="ChiSquare">The statistic.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom; at least 1.</param>
public sealed record ChiSquareTest(double ChiSquare, int DegreesOfFreedom)
{
    /// <summary>Probability of a statistic at least this large if nothing is there.</summary>
    public double PValue => ChiSquare <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, ChiSquare / 2);
}
