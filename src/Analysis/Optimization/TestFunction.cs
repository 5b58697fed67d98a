using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Randomness;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>
/// A function of the factors whose greatest value is 1 at a place that is drawn at random, seen through noise. Half of the variance of the
/// noise belongs to the world, and so is common to all points; the other half is each run's own.
/// </summary>
public sealed class TestFunction
{
    /// <summary>Standard deviation of each half of the noise; the function goes from 0 to 1.</summary>
    public const double NoiseOfHalf = 0.2;

    private const double LeastLoss = 0.1;
    private const double MostLoss = 0.6;

    // A narrow hill is the best; a wide one is easier to find.
    private const double NarrowWidth = 0.2;
    private const double WideWidth = 0.35;
    private const double WideHeight = 0.8;

    private readonly IReadOnlyList<Factor> _factors;
    private readonly double[] _best;
    private readonly double[] _second;
    private readonly double[][] _losses;
    private readonly bool _hasHills;

    /// <summary>A function with an optimum that the seed sets.</summary>
    /// <param name="factors">What varies.</param>
    /// <param name="hasHills">Whether it has a second, lower optimum; otherwise it is a bowl.</param>
    /// <param name="seed">Seed of the optimum.</param>
    public TestFunction(IReadOnlyList<Factor> factors, bool hasHills, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(factors);
        (_factors, _hasHills) = (factors, hasHills);
        var random = new RandomStream(seed);
        (_best, _second, _losses) = (new double[factors.Count], new double[factors.Count], new double[factors.Count][]);
        for (var k = 0; k < factors.Count; k++)
        {
            (_best[k], _second[k]) = (Place(factors[k], random.NextUniform()), Place(factors[k], random.NextUniform()));
            _losses[k] = new double[factors[k].Levels.Count];
            for (var level = 0; level < _losses[k].Length; level++)
            {
                _losses[k][level] = random.NextUniform(LeastLoss, MostLoss);
            }
        }
    }

    /// <summary>Its value without noise.</summary>
    public double At(IReadOnlyList<double> position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var near = SquareTo(_best, position);
        return !_hasHills ? 1 - near
            : Math.Max(
                Math.Exp(-near / (2 * NarrowWidth * NarrowWidth)),
                WideHeight * Math.Exp(-SquareTo(_second, position) / (2 * WideWidth * WideWidth)));
    }

    /// <summary>Its value with noise; an <see cref="Evaluator"/>.</summary>
    public IReadOnlyList<double> Evaluate(IReadOnlyList<double> position, RunSeed seed)
    {
        ArgumentNullException.ThrowIfNull(position);
        var own = position.Aggregate(seed.Key, (key, u) => SplitMix64.Combine(key, BitConverter.DoubleToUInt64Bits(u)));
        return [At(position) + (NoiseOfHalf * (Noise(seed.Key) + Noise(own)))];
    }

    private static double Noise(ulong key) => Normal.InvCDF(0, 1, new RandomStream(key).NextPositiveUniform() * Factor.GreatestShare);

    // Of listed levels, the middle of one of them.
    private static double Place(Factor factor, double u) =>
        factor.Distribution is not null ? u : ((int)(u * factor.Levels.Count) + 0.5) / factor.Levels.Count;

    // Mean over factors of squared distances, each at most 1.
    private double SquareTo(double[] place, IReadOnlyList<double> position)
    {
        var sum = 0.0;
        for (var k = 0; k < _factors.Count; k++)
        {
            var u = Place(_factors[k], position[k]);
            sum += u == place[k] ? 0
                : _factors[k].IsOrdered ? Math.Pow((u - place[k]) / Math.Max(place[k], 1 - place[k]), 2)
                : _losses[k][(int)(u * _factors[k].Levels.Count)];
        }

        return sum / _factors.Count;
    }
}
