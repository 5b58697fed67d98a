using LeadershipSim.Analysis.Cautions;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>Doubts about regression models of survival, as the data give rise to them; each says what to do.</summary>
public static class RegressionCautions
{
    // Conventions, not laws: ten events for a coefficient (Peduzzi et al. 1995, https://doi.org/10.1016/0895-4356(95)00510-2), a test of
    // proportional hazards at the usual level.
    private const int FewEvents = 10;
    private const double Suspicious = 0.05;

    /// <summary>Doubts about a Cox model.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="proportional">Its test of proportional hazards; null when it was not made.</param>
    public static IEnumerable<Caution> Of(CoxFit fit, SchoenfeldTest? proportional = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        foreach (var problem in fit.Problems.Distinct())
        {
            yield return new(CautionKind.ColumnProblem, "Cox model", problem);
        }

        if (fit.Estimated.Count > 0 && fit.Events < FewEvents * fit.Estimated.Count)
        {
            yield return new(CautionKind.FewEvents, "Cox model", Invariant(
                $"{fit.Events} events for {fit.Estimated.Count} coefficients; fewer than {FewEvents} for each make estimates too large and intervals too narrow. Leave columns out or add replicates."));
        }

        foreach (var (name, test) in proportional?.Columns ?? [])
        {
            if (test is { PValue: < Suspicious and var p })
            {
                yield return new(CautionKind.NonProportionalHazards, name, Invariant(
                    $"{name}: its hazard ratio changes with time (p = {p:G2}); the coefficient is an average over the times of events. Compare restricted means, stratify by it, or split time."));
            }
        }
    }
}
