namespace LeadershipSim.Simulation.Randomness;

/// <summary>Draws from the distributions the model uses.</summary>
internal static class Draws
{
    // Knuth's product of uniforms needs mean + 1 draws; above this mean the sum of two halves' draws would be longer than PTRS.
    private const double LargePoissonMean = 10;

    /// <summary>Poisson with the given mean (Hörmann 1993, PTRS, doi:10.1016/0167-6687(93)90997-4, for large means).</summary>
    public static int Poisson(ref RandomStream random, double mean)
    {
        if (mean < LargePoissonMean)
        {
            var limit = Math.Exp(-mean);
            var product = random.NextPositiveUniform();
            var count = 0;
            while (product > limit)
            {
                product *= random.NextPositiveUniform();
                count++;
            }

            return count;
        }

        return LargePoisson(ref random, mean);
    }

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

    private static int LargePoisson(ref RandomStream random, double mean)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        var v0 = 0.9277 - (3.6224 / (b - 2));
        var logMean = Math.Log(mean);
        while (true)
        {
            var u = random.NextUniform() - 0.5;
            var v = random.NextPositiveUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= v0)
            {
                return (int)k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            if (Math.Log(v * inverseAlpha / ((a / (us * us)) + b)) <= (k * logMean) - mean - LogFactorial(k))
            {
                return (int)k;
            }
        }
    }

    // Stirling's series; the first terms are within 1e-9 from 10 on, smaller arguments are summed.
    private static double LogFactorial(double k)
    {
        if (k < 10)
        {
            var sum = 0.0;
            for (var i = 2; i <= k; i++)
            {
                sum += Math.Log(i);
            }

            return sum;
        }

        var x = k + 1;
        var inverse = 1 / (x * x);
        return ((x - 0.5) * Math.Log(x)) - x + 0.91893853320467274 + ((1 - (inverse * ((1.0 / 30) - (inverse / 105)))) / (12 * x));
    }
}
