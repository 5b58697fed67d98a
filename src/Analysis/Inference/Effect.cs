using MathNet.Numerics;

namespace LeadershipSim.Analysis.Inference;

/// <summary>A comparison with its normal interval and test.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error; of the logarithm for a ratio.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="PValue">Two-sided p-value of no difference; null when the standard error is 0.</param>
public sealed record Effect(double Estimate, double StandardError, double Lower, double Upper, double? PValue)
{
    /// <summary>A difference: estimate ± half-width.</summary>
    internal static Effect Difference(double estimate, double error, double halfWidth) =>
        new(estimate, error, estimate - (halfWidth * error), estimate + (halfWidth * error), TwoSided(estimate, error));

    /// <summary>A ratio: the interval is symmetric in the logarithm.</summary>
    internal static Effect Ratio(double estimate, double errorOfLog, double halfWidth) =>
        new(estimate, errorOfLog, estimate * Math.Exp(-halfWidth * errorOfLog),
            estimate * Math.Exp(halfWidth * errorOfLog), TwoSided(Math.Log(estimate), errorOfLog));

    private static double? TwoSided(double estimate, double error) =>
        error > 0 ? SpecialFunctions.Erfc(Math.Abs(estimate) / error / Constants.Sqrt2) : null;
}
