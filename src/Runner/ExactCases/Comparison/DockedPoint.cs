namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>One expected value beside the simulated one.</summary>
/// <param name="At">Where on the curve, or under which policy; empty for a quantity of one value.</param>
/// <param name="Expected">Expected value.</param>
/// <param name="ExpectedError">Its standard error; 0 when it is exact.</param>
/// <param name="Simulated">Mean over runs.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Tolerance">Largest difference that agrees.</param>
internal sealed record DockedPoint(string At, double Expected, double ExpectedError, double Simulated, double StandardError, double Tolerance)
{
    /// <summary>Simulated − expected.</summary>
    public double Difference => Simulated - Expected;

    /// <summary>Whether they agree; a value that does not exist never does.</summary>
    public bool Agrees => Math.Abs(Difference) <= Tolerance;

    /// <summary>The difference in tolerances: above 1 it disagrees.</summary>
    public double Deviation => Difference == 0 ? 0 : double.IsNaN(Difference) ? double.PositiveInfinity : Math.Abs(Difference) / Tolerance;

    /// <summary>A mean with an estimated error, against an exact value or another program's estimate.</summary>
    public static DockedPoint OfMean(string at, double expected, double expectedError, Moments simulated) => new(
        at,
        expected,
        expectedError,
        simulated.Mean,
        simulated.StandardError,
        Comparison.Tolerance.OfMean(double.Hypot(simulated.StandardError, expectedError)));

    /// <summary>A mean of values whose standard deviation is known.</summary>
    public static DockedPoint OfKnownSpread(string at, double expected, double standardDeviation, Moments simulated)
    {
        var error = standardDeviation / Math.Sqrt(simulated.Count);
        return new(at, expected, 0, simulated.Mean, error, Comparison.Tolerance.OfMean(error));
    }

    /// <summary>A mean of values within 1 of their expectation whose variance is known.</summary>
    /// <param name="at">Where.</param>
    /// <param name="expected">Expected value.</param>
    /// <param name="variance">Variance of one independent value.</param>
    /// <param name="valuesPerRun">Independent values of which a run measures the mean.</param>
    /// <param name="simulated">Over runs.</param>
    public static DockedPoint OfBounded(string at, double expected, double variance, int valuesPerRun, Moments simulated)
    {
        var count = (double)simulated.Count * valuesPerRun;
        return new(at, expected, 0, simulated.Mean, Math.Sqrt(variance / count), Comparison.Tolerance.OfBounded(variance, count));
    }

    /// <summary>The share of independent yes-or-no values, of which a run has one or more.</summary>
    public static DockedPoint OfShare(string at, double expected, Moments simulated, int valuesPerRun = 1) =>
        OfBounded(at, expected, expected * (1 - expected), valuesPerRun, simulated);

    /// <summary>A share of runs against the share of another program's runs, both counted: the variance is that of all of them together.</summary>
    public static DockedPoint OfShares(string at, double expected, double expectedRuns, double simulated, double simulatedRuns)
    {
        // One more success and failure each keep the variance of rare events above 0 (Agresti and Caffo 2000, doi:10.1080/00031305.2000.10474560).
        var pooled = ((expected * expectedRuns) + (simulated * simulatedRuns) + 1) / (expectedRuns + simulatedRuns + 2);
        var variance = pooled * (1 - pooled);
        return new(
            at,
            expected,
            Math.Sqrt(variance / expectedRuns),
            simulated,
            Math.Sqrt(variance / simulatedRuns),
            Comparison.Tolerance.OfBounded(variance, 1 / ((1 / expectedRuns) + (1 / simulatedRuns))));
    }

    /// <summary>
    /// A mean against another program's mean under the same rules, printed with six figures: the spread is the other program's. Where that saw none, a
    /// rare value is in the simulated sample alone, and its spread is all there is.
    /// </summary>
    public static DockedPoint OfSameSpread(string at, double expected, double expectedError, double expectedRuns, Moments simulated)
    {
        var own = expectedError > 0 ? expectedError * Math.Sqrt(expectedRuns / simulated.Count) : simulated.StandardError;
        var error = own * Math.Sqrt(simulated.Count / expectedRuns);

        // Shares sum to 1 but for rounding.
        var rounding = (1e-6 * Math.Abs(expected)) + 1e-12;
        return new(at, expected, error, simulated.Mean, own, Comparison.Tolerance.OfMean(double.Hypot(own, error)) + rounding);
    }

    /// <summary>A value that leaves no room.</summary>
    public static DockedPoint OfExact(string at, double expected, Moments simulated) => new(at, expected, 0, simulated.Mean, 0, 0);

    /// <summary>Whether the 90 % interval of the difference lies within ± the margin.</summary>
    public bool IsShownWithin(double margin) =>
        Math.Abs(Difference) + (Comparison.Tolerance.EquivalenceStandardErrors * double.Hypot(StandardError, ExpectedError)) <= margin;
}
