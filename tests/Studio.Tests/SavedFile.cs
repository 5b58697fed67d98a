using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Tests;

/// <summary>An experiment as the page saves it.</summary>
internal static class SavedFile
{
    /// <summary>The digests of its runs, one a design point.</summary>
    public static string[] Digests(string text)
    {
        var folder = Directory.CreateTempSubdirectory("studio-saved-").FullName;
        try
        {
            var file = Path.Combine(folder, "experiment.yaml");
            File.WriteAllText(file, text);
            var read = ExperimentReader.Read(file);
            Assert.Empty(read.Problems);
            var plan = new ExperimentPlan(read.Spec!);
            return [.. plan.Points.Select((point, k) => $"{new TickEngine().Run(point.Scenario, plan[k].Seed).StateDigest:x16}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
