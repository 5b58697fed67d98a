namespace LeadershipSim.Experiments.Distributions;

/// <summary>The regularized incomplete beta function I_x(a, b) and its inverse.</summary>
internal static class IncompleteBeta
{
    private const int MostTerms = 2000;
    private const int MostSteps = 400;
    private const double Tiny = 1e-300;

    /// <summary>The x in [0, 1] at which I_x(a, b) = u: Newton's method inside a bracket that bisection keeps shrinking.</summary>
    public static double Inverse(double u, double a, double b)
    {
        if (u is <= 0 or >= 1)
        {
            return u <= 0 ? 0 : 1;
        }

        var logBeta = LogBeta(a, b);
        var (low, high) = (0.0, 1.0);
        var x = a / (a + b);
        for (var step = 0; step < MostSteps; step++)
        {
            var excess = Cumulative(x, a, b, logBeta) - u;
            (low, high) = excess < 0 ? (x, high) : (low, x);
            var slope = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * double.LogP1(-x)) - logBeta);
            var next = x - (excess / slope);

            // In the geometric middle: near 0 a small shape spreads its quantiles over hundreds of orders of magnitude.
            next = next >= low && next <= high ? next : low > 0 ? Math.Sqrt(low * high) : high * 0.01;
            if (Math.Abs(next - x) <= 1e-16 * x || excess == 0 || next < Tiny)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    /// <summary>I_x(a, b).</summary>
    public static double Cumulative(double x, double a, double b) => Cumulative(x, a, b, LogBeta(a, b));

    private static double Cumulative(double x, double a, double b, double logBeta)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * double.LogP1(-x)) - logBeta);
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    // The continued fraction of DLMF 8.17.22, by Lentz's method.
    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    // Stirling's series (DLMF 5.11.1) at an argument raised to 15 or more by the recurrence.
    private static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < 15)
        {
            product *= x++;
        }

        var square = 1 / (x * x);
        var series = (1.0 / 12)
            - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square * ((1.0 / 1188) - (square * 691 / 360360)))))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - Math.Log(product);
    }
}
