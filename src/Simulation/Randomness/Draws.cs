namespace LeadershipSim.Simulation.Randomness;

/// <summary>Draws from the distributions the model uses.</summary>
internal static class Draws
{
    /// <summary>Failures before the first success; long.MaxValue when success is impossible.</summary>
    public static long Geometric(ref RandomStream random, double probability)
    {
        if (probability <= 0)
        {
            return long.MaxValue;
        }

        if (probability >= 1)
        {
            return 0;
        }

        var failures = Math.Log(random.NextPositiveUniform()) / double.LogP1(-probability);
        return failures >= long.MaxValue ? long.MaxValue : (long)failures;
    }

    /// <summary>Beta with a mean in [0, 1] and precision a + b; a mean of 0 or 1 is returned as it is.</summary>
    public static double Beta(ref RandomStream random, double mean, double precision)
    {
        if (mean is <= 0 or >= 1)
        {
            return mean;
        }

        var logX = LogGamma(ref random, mean * precision);
        var logY = LogGamma(ref random, (1 - mean) * precision);
        return 1 / (1 + Math.Exp(logY - logX));
    }

    /// <summary>Standard normal (polar method, Marsaglia and Bray 1964, doi:10.1137/1006063).</summary>
    public static double Normal(ref RandomStream random)
    {
        while (true)
        {
            var u = (2 * random.NextUniform()) - 1;
            var v = (2 * random.NextUniform()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Math.Log(s) / s);
            }
        }
    }

    // Logarithm of a Gamma(shape, 1) draw (Marsaglia and Tsang 2000, doi:10.1145/358407.358414); in logarithms, small shapes do not underflow.
    private static double LogGamma(ref RandomStream random, double shape)
    {
        var boost = 0.0;
        if (shape < 1)
        {
            boost = Math.Log(random.NextPositiveUniform()) / shape;
            shape += 1;
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref random);
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var logV = Math.Log(v);
            if (Math.Log(random.NextPositiveUniform()) < (0.5 * x * x) + d - (d * v) + (d * logV))
            {
                return Math.Log(d) + logV + boost;
            }
        }
    }
}
