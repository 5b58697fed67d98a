using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>A coefficient of a Cox model; all null when it does not exist.</summary>
/// <param name="Name">The column.</param>
/// <param name="Coefficient">ln of the hazard ratio per unit of the column.</param>
/// <param name="StandardError">Model-based standard error.</param>
/// <param name="RobustStandardError">Standard error that allows rows of a cluster to depend on each other; null without clusters, 0 where clusters say nothing
/// about it, as with a single cluster: test and interval then do not exist.</param>
/// <param name="Reason">Why there is no estimate; empty when there is one.</param>
public sealed record CoxCoefficient(string Name, double? Coefficient, double? StandardError, double? RobustStandardError, string Reason)
{
    /// <summary>Ratio of hazards per unit of the column.</summary>
    public double? HazardRatio => Coefficient is { } b ? Math.Exp(b) : null;

    /// <summary>Coefficient over its standard error, the robust one if there is one.</summary>
    public double? Z => Coefficient / Error;

    /// <summary>Two-sided p-value of <see cref="Z"/>.</summary>
    public double? PValue => Z is { } z ? MathNet.Numerics.SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : null;

    /// <summary>Interval of the coefficient; null when it does not exist.</summary>
    /// <param name="level">Confidence level, above 0 and below 1.</param>
    public Interval? IntervalAt(double level = 0.95) =>
        (Coefficient, Error) is ({ } b, { } error) && ConfidenceLevel.QuantileOf(level) * error is var reach ? new(b, b - reach, b + reach) : null;

    private double? Error => (RobustStandardError ?? StandardError) is > 0 and var error ? error : null;
}
