using LeadershipSim.Analysis.Survival.Regression;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>Residuals of a Cox model, one entry a row of the table that counts.</summary>
/// <param name="Places">Where the rows stand.</param>
/// <param name="Martingale">Events minus expected events.</param>
/// <param name="Deviance">The same, made symmetric around 0.</param>
/// <param name="Columns">The estimated columns: the order of the next two.</param>
/// <param name="Score">What each row adds to the derivative of the log-likelihood by each coefficient.</param>
/// <param name="Influence">About how much each coefficient would change without the row: score residuals times the model's covariance, as R's dfbeta.</param>
public sealed record CoxResiduals(
    IReadOnlyList<string> Places,
    IReadOnlyList<double> Martingale,
    IReadOnlyList<double> Deviance,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<double>> Score,
    IReadOnlyList<IReadOnlyList<double>> Influence)
{
    /// <summary>The residuals of a fitted model.</summary>
    internal static CoxResiduals Of(CoxFit fit, CoxData data, IReadOnlyList<string> places)
    {
        var covariance = fit.ModelCovariance;
        return new(
            places,
            fit.MartingaleResiduals,
            fit.DevianceResiduals([.. data.Rows.Select(r => r.Event)]),
            fit.Estimated,
            fit.ScoreResiduals,
            [.. fit.ScoreResiduals.Select(s => covariance.Select((_, j) => s.Select((score, k) => score * covariance[k][j]).Sum()).ToArray())]);
    }
}
