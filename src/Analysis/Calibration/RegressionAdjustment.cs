using LeadershipSim.Analysis.Fitting;
using MathNet.Numerics.LinearAlgebra;
using StandardNormal = MathNet.Numerics.Distributions.Normal;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// Local-linear regression adjustment: z* = z − (s − s_obs)ᵀβ with β from least squares weighted by Epanechnikov's kernel
/// 1 − (d/δ)², δ the largest distance. z is the normal score Φ⁻¹(u) of the share of the prior's probability, so that adjusted
/// parameters stay within their prior.
/// </summary>
/// <remarks>
/// Beaumont, Zhang and Balding (2002), https://doi.org/10.1093/genetics/162.4.2025. It misleads where the relation bends within the
/// accepted draws or their spread changes with the statistics, and where the observed statistics lie outside of what was simulated.
/// </remarks>
public static class RegressionAdjustment
{
    // Beyond it a normal score is infinite, and so may be the value of a prior without bounds.
    private const double Edge = 1e-15;

    /// <summary>The adjusted sample; as it is where statistics do not vary, or there are too few particles for a regression.</summary>
    public static PosteriorSample Adjust(IReadOnlyList<Particle> particles, IReadOnlyList<double> observed, IReadOnlyList<double> scales)
    {
        ArgumentNullException.ThrowIfNull(particles);
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(scales);
        var limit = particles.Select(p => p.Distance).DefaultIfEmpty(0).Max();
        int[] varying = [.. Enumerable.Range(0, observed.Count).Where(j => particles.Select(p => p.Simulations[0][j]).Distinct().Take(2).Count() > 1)];
        if (varying.Length == 0 || limit == 0 || particles.Count <= 2 * (varying.Length + 1))
        {
            return PosteriorSample.Of(particles);
        }

        double[] weights = [.. particles.Select(p => p.Weight * (1 - (p.Distance / limit * (p.Distance / limit))))];
        var columns = Matrix<double>.Build.Dense(particles.Count, varying.Length + 1, (i, j) =>
            j == 0 ? 1 : (particles[i].Simulations[0][varying[j - 1]] - observed[varying[j - 1]]) / scales[varying[j - 1]]);
        var weighted = Matrix<double>.Build.Dense(columns.RowCount, columns.ColumnCount, (i, j) => weights[i] * columns[i, j]);
        if (SymmetricSystem.Factor(columns.TransposeThisAndMultiply(weighted)) is not { } factor)
        {
            return PosteriorSample.Of(particles);
        }

        var scores = Matrix<double>.Build.Dense(particles.Count, particles[0].Position.Count, (i, k) =>
            StandardNormal.InvCDF(0, 1, Math.Clamp(particles[i].Position[k], Edge, 1 - Edge)));
        var slopes = factor.Solve(weighted.TransposeThisAndMultiply(scores));
        slopes.ClearRow(0);
        var adjusted = scores - (columns * slopes);
        return new(
            [.. Enumerable.Range(0, particles.Count)
                .Select(i => (IReadOnlyList<double>)[.. adjusted.Row(i).Select(z => Math.Clamp(StandardNormal.CDF(0, 1, z), Edge, 1 - Edge))])],
            weights)
        {
            Distances = [.. particles.Select(p => p.Distance)],
        };
    }
}
