using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// How many subjects a log-rank test, or a Cox model with one group indicator, needs: with d events expected, k subjects of the first
/// group for each of the second and hazard ratio θ, the statistic is about normal with mean √(k d) |θ − 1|/(k θ + 1).
/// </summary>
/// <remarks>
/// Freedman (1982), https://doi.org/10.1002/sim.4780010204. Assumes proportional hazards and independent subjects: arms that share
/// their random numbers need fewer (<see cref="Paired.PairedDifference.VarianceReduction"/> times), a rare small group more than this.
/// </remarks>
/// <param name="HazardRatio">θ, hazard of the first group over that of the second; above 0, not 1.</param>
/// <param name="FirstEventProbability">Probability that a subject of the first group has the event while observed; above 0, at most 1.</param>
/// <param name="SecondEventProbability">The same of the second group.</param>
/// <param name="Significance">Two-sided significance level; above 0 and below 1.</param>
public sealed record LogRankPower(double HazardRatio, double FirstEventProbability, double SecondEventProbability, double Significance = 0.05)
{
    /// <summary>Probability that the test rejects equal hazards.</summary>
    /// <param name="first">Subjects in the first group; at least one.</param>
    /// <param name="second">Subjects in the second group; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public double Of(int first, int second)
    {
        Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(second, 1);
        var (ratio, events) = ((double)first / second, (first * FirstEventProbability) + (second * SecondEventProbability));
        return Normal.CDF(0, 1, (Math.Sqrt(ratio * events) * EffectPerRoot(ratio)) - Critical);
    }

    /// <summary>The fewest subjects of each group with at least this power, rounded up.</summary>
    /// <param name="power">Power wanted, such as .8; above 0 and below 1.</param>
    /// <param name="ratio">Subjects of the first group for each of the second; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public (int First, int Second) SubjectsFor(double power, double ratio = 1)
    {
        Check();
        CheckShare(power, nameof(power));
        if (!(ratio > 0 && double.IsFinite(ratio)))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio of group sizes is a number above 0; 1 for groups of the same size.");
        }

        var events = Math.Pow((Critical + Normal.InvCDF(0, 1, power)) / EffectPerRoot(ratio), 2) / ratio;
        var second = events / ((ratio * FirstEventProbability) + SecondEventProbability);
        return ((int)Math.Ceiling(ratio * second), (int)Math.Ceiling(second));
    }

    private double Critical => Normal.InvCDF(0, 1, 1 - (Significance / 2));

    private double EffectPerRoot(double ratio) => Math.Abs(HazardRatio - 1) / ((ratio * HazardRatio) + 1);

    private void Check()
    {
        if (!(HazardRatio > 0 && HazardRatio != 1 && double.IsFinite(HazardRatio)))
        {
            throw new ArgumentOutOfRangeException(nameof(HazardRatio), HazardRatio, "A hazard ratio to detect is a number above 0 that is not 1; 0.5 halves the hazard.");
        }

        CheckProbability(FirstEventProbability, nameof(FirstEventProbability));
        CheckProbability(SecondEventProbability, nameof(SecondEventProbability));
        CheckShare(Significance, nameof(Significance));
    }

    private static void CheckProbability(double value, string name)
    {
        if (!(value > 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "The probability to see the event is above 0 and at most 1.");
        }
    }

    private static void CheckShare(double value, string name)
    {
        if (!(value > 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "Allowed are fractions above 0 and below 1, such as 0.8 for power and 0.05 for significance.");
        }
    }
}
