using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Calibration;

/// <summary>Writes what came of a calibration: tables as CSV, and all but the particles as JSON.</summary>
internal static class CalibrationFiles
{
    /// <summary>Writes the files.</summary>
    public static void Write(CalibrationResult result, string calibrationId, string folder)
    {
        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        Put("posterior.csv", Posterior(result).ToString());
        Put("trace.csv", Trace(result).ToString());
        Put("summary.csv", Parameters(result).ToString());
        Put("statistics.csv", Statistics(result).ToString());
        Put("calibration.json", AsJson(result, calibrationId) + Environment.NewLine);
    }

    /// <summary>The result as one JSON document.</summary>
    public static string AsJson(CalibrationResult result, string calibrationId) => JsonText.Of(new
    {
        result.Spec.Name,
        CalibrationId = calibrationId,
        result.Reason,
        Populations = result.Populations.Count,
        result.Simulations,
        RunsPerSimulation = result.Spec.Runs,
        result.Sample.EffectiveSize,
        IsPosterior = !result.RulesOut,
        result.Parameters,
        result.Statistics,
        result.Cautions,
    });

    /// <summary>The course of the populations.</summary>
    public static CsvTable Trace(CalibrationResult result)
    {
        var table = new CsvTable("population", "epsilon", "acceptance", "effectiveSize", "simulations", "totalSimulations");
        var total = 0L;
        foreach (var p in result.Populations)
        {
            total += p.Simulations;
            table.Add(p.Index, double.IsFinite(p.Epsilon) ? p.Epsilon : null, p.Acceptance, p.EffectiveSize, p.Simulations, total);
        }

        return table;
    }

    private static CsvTable Posterior(CalibrationResult result)
    {
        var (sample, priors, total) = (result.Sample, result.Spec.Priors, result.Sample.Weights.Sum());
        var table = new CsvTable(["weight", "distance", .. priors.Select(p => p.Path)]);
        foreach (var i in Enumerable.Range(0, sample.Weights.Count).Where(i => sample.Weights[i] > 0))
        {
            table.Add([sample.Weights[i] / total, sample.Distances[i], .. priors.Select((p, k) => p.At(sample.Positions[i][k]).Value)]);
        }

        return table;
    }

    private static CsvTable Parameters(CalibrationResult result)
    {
        var table = new CsvTable(
            "parameter", "priorLower95", "priorMedian", "priorUpper95", "mean", "standardDeviation", "median", "lower50", "upper50", "lower95", "upper95", "overlap");
        foreach (var p in result.Parameters)
        {
            var after = p.Posterior;
            table.Add(
                p.Path, p.PriorLower95, p.PriorMedian, p.PriorUpper95,
                after.Mean, after.StandardDeviation, after.Median, after.Lower50, after.Upper50, after.Lower95, after.Upper95, after.Overlap);
        }

        return table;
    }

    private static CsvTable Statistics(CalibrationResult result)
    {
        var table = new CsvTable("statistic", "observed", "priorLeast", "priorGreatest", "shareMissing", "predictiveMean", "predictiveLower95", "predictiveUpper95");
        foreach (var s in result.Statistics)
        {
            table.Add(s.Name, s.Observed, s.PriorLeast, s.PriorGreatest, s.ShareMissing, s.Mean, s.Lower95, s.Upper95);
        }

        return table;
    }
}
