using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Calibration;

/// <summary>Writes the results of a calibration: tables as CSV, and all but the particles as JSON.</summary>
internal static class CalibrationFiles
{
    /// <summary>Writes the files.</summary>
    public static void Write(CalibrationResult result, string calibrationId, string folder)
    {
        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        ResultTable[] tables =
            [CalibrationTables.Posterior(result), CalibrationTables.Trace(result), CalibrationTables.Parameters(result), CalibrationTables.Statistics(result)];
        foreach (var table in tables)
        {
            Put(table.Name + ".csv", CsvText.Of(table));
        }

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
}
