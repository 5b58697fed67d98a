using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>The tables of a calibration.</summary>
internal static class CalibrationTables
{
    private const string Weighted = "Weighted by the particles of the last population.";

    /// <summary>The particles: a row each, with the parameter values it stands for.</summary>
    public static ResultTable Posterior(CalibrationResult result)
    {
        var (sample, priors, total) = (result.Sample, result.Spec.Priors, result.Sample.Weights.Sum());
        return ResultTable.Of("posterior", "Particles", Weighted, [.. Enumerable.Range(0, sample.Weights.Count).Where(i => sample.Weights[i] > 0)],
        [
            new(TableColumn.Measure("weight", "weight", "share"), i => sample.Weights[i] / total),
            new(TableColumn.Measure("distance", "distance"), i => sample.Distances[i]),
            .. priors.Select((p, k) => new ColumnOf<int>(TableColumn.Measure(p.Path, p.Path), i => p.At(sample.Positions[i][k]).Value)),
        ]);
    }

    /// <summary>The course of the populations.</summary>
    public static ResultTable Trace(CalibrationResult result)
    {
        var simulations = 0L;
        (Population Of, long Total)[] rows = [.. result.Populations.Select(p => (p, simulations += p.Simulations))];
        return ResultTable.Of("trace", "Populations", "", rows,
        [
            new(TableColumn.Label("population", "population"), r => r.Of.Index),
            new(TableColumn.Measure("epsilon", "tolerance"), r => double.IsFinite(r.Of.Epsilon) ? r.Of.Epsilon : null),
            new(TableColumn.Measure("acceptance", "acceptance", "share"), r => r.Of.Acceptance),
            new(TableColumn.Measure("effectiveSize", "effective size", "particles"), r => r.Of.EffectiveSize),
            new(TableColumn.Count("simulations", "simulations", "simulations"), r => r.Of.Simulations),
            new(TableColumn.Count("totalSimulations", "simulations in all", "simulations"), r => r.Total),
        ]);
    }

    /// <summary>Each parameter before and after.</summary>
    public static ResultTable Parameters(CalibrationResult result) => ResultTable.Of("summary", "Parameters before and after", Weighted, result.Parameters,
    [
        new(TableColumn.Label("parameter", "parameter"), p => p.Path),
        new(TableColumn.Measure("priorLower95", "prior, lower 95 %"), p => p.PriorLower95),
        new(TableColumn.Measure("priorMedian", "prior median"), p => p.PriorMedian),
        new(TableColumn.Measure("priorUpper95", "prior, upper 95 %"), p => p.PriorUpper95),
        new(TableColumn.Measure("mean", "mean"), p => p.Posterior.Mean),
        new(TableColumn.Measure("standardDeviation", "standard deviation"), p => p.Posterior.StandardDeviation),
        new(TableColumn.Measure("median", "median"), p => p.Posterior.Median),
        new(TableColumn.Measure("lower50", "lower 50 %"), p => p.Posterior.Lower50),
        new(TableColumn.Measure("upper50", "upper 50 %"), p => p.Posterior.Upper50),
        new(TableColumn.Measure("lower95", "lower 95 %"), p => p.Posterior.Lower95),
        new(TableColumn.Measure("upper95", "upper 95 %"), p => p.Posterior.Upper95),
        new(TableColumn.Number("overlap", "overlap", "share", 2), p => p.Posterior.Overlap),
    ]);

    /// <summary>What was observed against what is simulated from the posterior.</summary>
    public static ResultTable Statistics(CalibrationResult result) => ResultTable.Of("statistics", "Observed and simulated", Weighted, result.Statistics,
    [
        new(TableColumn.Label("statistic", "statistic"), s => s.Name),
        new(TableColumn.Measure("observed", "observed"), s => s.Observed),
        new(TableColumn.Measure("priorLeast", "least under the prior"), s => s.PriorLeast),
        new(TableColumn.Measure("priorGreatest", "greatest under the prior"), s => s.PriorGreatest),
        new(TableColumn.Number("shareMissing", "share missing", "share", 2), s => s.ShareMissing),
        new(TableColumn.Measure("predictiveMean", "mean"), s => s.Mean),
        new(TableColumn.Measure("predictiveLower95", "lower 95 %"), s => s.Lower95),
        new(TableColumn.Measure("predictiveUpper95", "upper 95 %"), s => s.Upper95),
    ]);

    /// <summary>Whether a self-test found known values again.</summary>
    /// <param name="recovered">Each parameter, by its path.</param>
    public static ResultTable Recovery(IReadOnlyCollection<(string Path, RecoveredParameter Of)> recovered) => ResultTable.Of("recovery", "Recovery of known values", "", recovered,
    [
        new(TableColumn.Label("parameter", "parameter"), r => r.Path),
        new(TableColumn.Count("datasets", "data sets", "data sets"), r => r.Of.Datasets),
        new(TableColumn.Number("rSquared", "R²", "share", 2), r => r.Of.RSquared),
        new(TableColumn.Number("coverage50", "50 % intervals hold it", "share", 2), r => r.Of.Coverage50),
        new(TableColumn.Number("coverage95", "95 % intervals hold it", "share", 2), r => r.Of.Coverage95),
    ]);
}
