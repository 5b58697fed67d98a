namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>
/// How far a simulated value may lie from the expected one. A right engine is further off with probability 7·10⁻⁶ a value, so that
/// all values of all cases together raise a false alarm less than once in a hundred times (Bonferroni, up to 1000 values).
/// </summary>
internal static class Tolerance
{
    /// <summary>Standard errors a mean may be off: 4.5.</summary>
    public const double StandardErrors = 4.5;

    /// <summary>Two-sided probability of a normal deviate beyond 4.5.</summary>
    public const double ErrorProbability = 6.8e-6;

    /// <summary>Standard errors of a 90 % interval: two one-sided tests at 5 % (Schuirmann 1987, doi:10.1007/BF01068419).</summary>
    public const double EquivalenceStandardErrors = 1.645;

    /// <summary>The rule in words.</summary>
    public const string Rule =
        "a value agrees when it is within 4.5 standard errors of the expected one, simulated and reference error together; shares of runs and "
        + "other bounded values of known variance by Bernstein's inequality at the same error probability (7e-6 per value); exact values agree exactly. "
        + "A margin is shown when the 90 % interval of the difference lies inside it (two one-sided tests at 5 %)";

    /// <summary>Of a mean over many runs: normal.</summary>
    public static double OfMean(double standardError) => StandardErrors * standardError;

    /// <summary>
    /// Of a mean of independent values that lie within 1 of their expectation, by Bernstein's inequality: holds for any number
    /// of values and however rare the event, where the normal approximation fails.
    /// </summary>
    /// <param name="variance">Variance of one value, known.</param>
    /// <param name="count">How many.</param>
    public static double OfBounded(double variance, double count)
    {
        var log = Math.Log(2 / ErrorProbability) / count;
        return (log / 3) + Math.Sqrt((log * log / 9) + (2 * log * variance));
    }
}
