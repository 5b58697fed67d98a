namespace LeadershipSim.Experiments.Distributions;

/// <summary>The standard normal distribution, to the last digits of a double in the lower tail too.</summary>
internal static class StandardNormal
{
    // From here on the continued fraction converges faster than the series.
    private const double SeriesLimit = 2.5;
    private const int MostTerms = 500;
    private const int FractionTerms = 120;
    private const double Precision = 1e-17;

    // Below it Φ is 0 in a double.
    private const double Least = -38.5;
    private static readonly double LogSqrtTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Φ(z).</summary>
    public static double Cumulative(double z)
    {
        if (Math.Abs(z) < SeriesLimit)
        {
            return 0.5 + (Density(z) * Series(z));
        }

        var tail = Density(z) / Fraction(Math.Abs(z));
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>Φ⁻¹(u): Newton's method on log Φ, which is concave, so that it converges from the left of the root without fail.</summary>
    public static double Quantile(double u)
    {
        if (u is <= 0 or >= 1)
        {
            return u <= 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (u > 0.5)
        {
            return -Quantile(1 - u);
        }

        // Φ(z) ≤ exp(−z²/2)/2 for z ≤ 0 puts this start at or left of the root; there it is at most a few units away.
        var (target, z) = (Math.Log(u), Math.Max(Least, -Math.Sqrt(-2 * Math.Log(2 * u))));
        for (var step = 0; step < MostTerms; step++)
        {
            var probability = Cumulative(z);
            var move = (target - Math.Log(probability)) * probability / Density(z);
            z += move;
            if (Math.Abs(move) <= 1e-15 * Math.Max(1, Math.Abs(z)))
            {
                break;
            }
        }

        return z;
    }

    private static double Density(double z) => Math.Exp((-0.5 * z * z) - LogSqrtTwoPi);

    // Φ(z) − 1/2 = φ(z) (z + z³/3 + z⁵/(3·5) + ...) (Abramowitz and Stegun 1964, 26.2.11).
    private static double Series(double z)
    {
        var (term, sum) = (z, z);
        for (var k = 1; k < MostTerms && Math.Abs(term) > Precision * Math.Abs(sum); k++)
        {
            term *= z * z / ((2 * k) + 1);
            sum += term;
        }

        return sum;
    }

    // φ(z) / (1 − Φ(z)) = z + 1/(z + 2/(z + 3/(z + ...))) (Abramowitz and Stegun 1964, 26.2.14), from the far end.
    private static double Fraction(double z)
    {
        var rest = z;
        for (var k = FractionTerms; k >= 1; k--)
        {
            rest = z + (k / rest);
        }

        return rest;
    }
}
