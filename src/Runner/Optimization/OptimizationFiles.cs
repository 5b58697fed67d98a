using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Optimization;

/// <summary>Writes the results of an optimization: tables as CSV, all but the values of runs as JSON, and finalists as experiments.</summary>
internal static class OptimizationFiles
{
    /// <summary>The experiment that runs the best.</summary>
    public const string BestFile = "best.json";

    /// <summary>Writes the files.</summary>
    public static void Write(OptimizationResult result, OptimizationPlan plan, string folder)
    {
        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        foreach (var table in new[] { OptimizationTables.Evaluations(result), OptimizationTables.Finalists(result), OptimizationTables.Waves(result) })
        {
            Put(table.Name + ".csv", CsvText.Of(table));
        }

        foreach (var finalist in result.Finalists)
        {
            Put(FileOf(finalist), plan.ExperimentAt(result.LevelsAt(finalist.Point), finalist.Rank));
        }

        Put("optimize.json", AsJson(result, plan.OptimizationId) + Environment.NewLine);
    }

    /// <summary>The result as one JSON document.</summary>
    public static string AsJson(OptimizationResult result, string optimizationId) => JsonText.Of(new
    {
        result.Spec.Name,
        OptimizationId = optimizationId,
        result.Reason,
        Waves = result.Waves.Count,
        Runs = result.Course.Runs,
        result.ConfirmationRuns,
        Points = result.Course.Points.Count,
        result.Spec.Method.Race.Error,
        Arms = result.Course.Race?.Arms.Count ?? 0,
        Left = result.Course.Race?.Left ?? [],
        Eliminations = result.Course.Race?.Eliminations ?? [],
        result.Candidates,
        Finalists = result.Finalists.Select(f => new
        {
            f.Rank,
            f.Point,
            Levels = result.Spec.Factors.Zip(result.LevelsAt(f.Point), (factor, level) => new { Factor = factor.Path, level.Value }),
            Outputs = f.Outputs.Zip(result.Outputs, (o, name) => new { Output = name, o.Confirmed, o.StandardError, o.FromBest, MeanInRace = o.Search }),
            Experiment = FileOf(f),
        }),
    });

    private static string FileOf(Finalist finalist) => finalist.Rank == 1 ? BestFile : Invariant($"finalist-{finalist.Rank}.json");
}
