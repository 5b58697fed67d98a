using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Fitting;

/// <summary>A log-likelihood at some coefficients.</summary>
/// <param name="Value">The log-likelihood.</param>
/// <param name="Gradient">First derivatives.</param>
/// <param name="Information">Negative second derivatives, observed or expected.</param>
internal sealed record LogLikelihood(double Value, Vector<double> Gradient, Matrix<double> Information)
{
    /// <summary>Whether all of it is finite: far out on a monotone likelihood sums of exponentials vanish.</summary>
    public bool IsFinite =>
        double.IsFinite(Value) && Gradient.ForAll(double.IsFinite, Zeros.Include) && Information.ForAll(double.IsFinite, Zeros.Include);
}
