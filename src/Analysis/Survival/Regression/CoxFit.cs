using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>A Cox model fitted to data.</summary>
public sealed record CoxFit
{
    /// <summary>How tied times were treated.</summary>
    public required TiedTimes Ties { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Count { get; init; }

    /// <summary>Number of events.</summary>
    public required int Events { get; init; }

    /// <summary>One coefficient per column; those that do not exist are null with the reason.</summary>
    public required IReadOnlyList<CoxCoefficient> Coefficients { get; init; }

    /// <summary>Names of the columns with an estimate: the order of the covariance matrices.</summary>
    public required IReadOnlyList<string> Estimated { get; init; }

    /// <summary>Covariance matrix of the estimates: robust when there are clusters.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Covariance { get; init; }

    /// <summary>Model-based covariance matrix of the estimates.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> ModelCovariance { get; init; }

    /// <summary>Partial log-likelihood with all coefficients 0.</summary>
    public required double LogLikelihoodNull { get; init; }

    /// <summary>Partial log-likelihood at the estimates; with infinite ones, the limit it tends to.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Likelihood ratio test of all coefficients; null when none exists.</summary>
    public ChiSquareTest? LikelihoodRatio { get; init; }

    /// <summary>Wald test of all coefficients, robust when there are clusters; null when one does not exist for being infinite.</summary>
    public ChiSquareTest? Wald { get; init; }

    /// <summary>Score test of all coefficients; null when none exists.</summary>
    public ChiSquareTest? Score { get; init; }

    /// <summary>How well the estimated risks order the events; null without comparable pairs and with weights.</summary>
    public Concordance? Concordance { get; init; }

    /// <summary>Cumulative baseline hazard, of a subject with all covariates 0; empty when a coefficient is infinite or risks differ by more than
    /// numbers can hold.</summary>
    public required IReadOnlyList<BaselineHazardRow> BaselineHazard { get; init; }

    /// <summary>Martingale residuals, events minus expected events, one per row; empty when a coefficient is infinite or risks differ by more than
    /// numbers can hold.</summary>
    public required IReadOnlyList<double> MartingaleResiduals { get; init; }

    /// <summary>
    /// Score residuals, by row and estimated column: what each row adds to the derivatives of the log-likelihood; empty as the martingale residuals are.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> ScoreResiduals { get; init; } = [];

    /// <summary>
    /// Deviance residuals, sign(m) √(−2 (m + d ln(d − m))) with m the martingale residual and d 1 for an event: where the model holds, about
    /// as many are above as below 0.
    /// </summary>
    public IReadOnlyList<double> DevianceResiduals(IReadOnlyList<bool> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return [.. MartingaleResiduals.Select((m, row) => Math.Sign(m) * Math.Sqrt(Math.Max(0, -2 * (m + (events[row] ? Math.Log(1 - m) : 0)))))];
    }

    /// <summary>What is wrong with the columns, a sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems => [.. Coefficients.Where(c => c.Reason.Length > 0).Select(c => c.Reason)];
}
