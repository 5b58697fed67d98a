namespace LeadershipSim.Simulation.Randomness;

/// <summary>Poisson with a given mean (Hörmann 1993, PTRS, doi:10.1016/0167-6687(93)90997-4, for large means).</summary>
internal readonly struct PoissonLaw(double mean)
{
    // Knuth's product of uniforms needs mean + 1 draws; above this mean the sum of two halves' draws would be longer than PTRS.
    private const double LargeMean = 10;

    private readonly double _limit = mean < LargeMean ? Math.Exp(-mean) : 0;

    /// <summary>Its mean.</summary>
    public double Mean => mean;

    /// <summary>A draw.</summary>
    public int Next(ref RandomStream random)
    {
        if (mean >= LargeMean)
        {
            return Large(ref random);
        }

        var product = random.NextPositiveUniform();
        var count = 0;
        while (product > _limit)
        {
            product *= random.NextPositiveUniform();
            count++;
        }

        return count;
    }

    private int Large(ref RandomStream random)
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
