using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.LinearAlgebra;
using StandardNormal = MathNet.Numerics.Distributions.Normal;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>A normal step with a multiple of the particles' weighted covariance.</summary>
internal sealed class PerturbationKernel
{
    // Keeps a covariance regular whose particles lie on a line or in one place: far below any posterior that can be told apart.
    private const double LeastVariance = 1e-12;

    // A proposal outside the prior is drawn again; this many in a row mean that there is nothing left inside.
    private const int MostTries = 100_000;

    private readonly Matrix<double> _factor;
    private readonly double _scale;

    private PerturbationKernel(Matrix<double> factor)
    {
        _factor = factor;
        _scale = 1 / (factor.Diagonal().Aggregate(1.0, (product, d) => product * d) * Math.Pow(2 * Math.PI, factor.RowCount / 2.0));
    }

    /// <summary>The kernel with a multiple of the covariance of positions.</summary>
    public static PerturbationKernel Of(IReadOnlyList<Particle> particles, double multiple)
    {
        var (d, sum) = (particles[0].Position.Count, particles.Sum(p => p.Weight));
        double[] mean = [.. Enumerable.Range(0, d).Select(k => particles.Sum(p => p.Weight * p.Position[k]) / sum)];
        var covariance = Matrix<double>.Build.Dense(d, d, (j, k) =>
            multiple * ((particles.Sum(p => p.Weight * (p.Position[j] - mean[j]) * (p.Position[k] - mean[k])) / sum) + (j == k ? LeastVariance : 0)));
        return new(covariance.Cholesky().Factor);
    }

    /// <summary>A step from a position; it may leave the prior.</summary>
    public double[] Step(IReadOnlyList<double> from, ref RandomStream random)
    {
        var normal = new double[from.Count];
        for (var k = 0; k < normal.Length; k++)
        {
            normal[k] = StandardNormal.InvCDF(0, 1, Math.Min(random.NextPositiveUniform(), 1 - 1e-16));
        }

        return [.. Enumerable.Range(0, normal.Length).Select(j => from[j] + Enumerable.Range(0, j + 1).Sum(k => _factor[j, k] * normal[k]))];
    }

    /// <summary>
    /// A particle drawn by weight and moved. Outside the prior both are drawn again: to draw only the step again would favour particles at
    /// the edge.
    /// </summary>
    public double[] Propose(IReadOnlyList<Particle> particles, double[] cumulated, ulong key)
    {
        var random = new RandomStream(key);
        for (var tried = 0; tried < MostTries; tried++)
        {
            var at = Array.BinarySearch(cumulated, random.NextUniform() * cumulated[^1]);
            var parent = particles[Math.Min(at < 0 ? ~at : at + 1, particles.Count - 1)];
            var position = Step(parent.Position, ref random);
            if (IsInside(position))
            {
                return position;
            }
        }

        throw new InvalidOperationException($"{MostTries} proposals in a row left the prior.");
    }

    /// <summary>The density of a proposal, up to the share of proposals inside the prior, which is the same for all.</summary>
    public double Density(IReadOnlyList<Particle> particles, double total, double[] position) =>
        particles.Sum(p => p.Weight / total * Density(p.Position, position));

    /// <summary>Whether the prior allows a position.</summary>
    public static bool IsInside(double[] position) => position.All(u => u is > 0 and < 1);

    private double Density(IReadOnlyList<double> from, double[] to)
    {
        var (d, squares) = (to.Length, 0.0);
        Span<double> z = stackalloc double[d];
        for (var j = 0; j < d; j++)
        {
            var rest = to[j] - from[j];
            for (var k = 0; k < j; k++)
            {
                rest -= _factor[j, k] * z[k];
            }

            z[j] = rest / _factor[j, j];
            squares += z[j] * z[j];
        }

        return _scale * Math.Exp(-0.5 * squares);
    }
}
