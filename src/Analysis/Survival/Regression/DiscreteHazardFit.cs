namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>A model of the hazard per tick.</summary>
/// <param name="Coefficients">First one per piece of time, then one per column; those that do not exist are null with the reason.</param>
/// <param name="Pieces">Number of pieces of time.</param>
/// <param name="Events">Number of events.</param>
/// <param name="TicksAtRisk">Ticks at risk, over all rows.</param>
/// <param name="LogLikelihood">Log-likelihood of the ticks with and without event.</param>
public sealed record DiscreteHazardFit(IReadOnlyList<CoxCoefficient> Coefficients, int Pieces, int Events, long TicksAtRisk, double LogLikelihood)
{
    /// <summary>Hazard per tick of a subject with all covariates 0, by piece; null where it does not exist.</summary>
    public IReadOnlyList<double?> BaselineHazards =>
        [.. Coefficients.Take(Pieces).Select(c => c.Coefficient is { } a ? DiscreteHazard.HazardOf(Math.Exp(a)) : (double?)null)];
}
