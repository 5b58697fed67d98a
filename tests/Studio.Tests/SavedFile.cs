using System.IO.Compression;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Simulation;

namespace LeadershipSim.Studio.Tests;

/// <summary>An experiment as the page saves it: a file, or an archive of a file and what it reads.</summary>
internal static class SavedFile
{
    /// <summary>The digests of its runs, one a design point.</summary>
    public static string[] Digests(string text) => Digests(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The digests of its runs, one a design point.</summary>
    public static string[] Digests(byte[] saved)
    {
        var folder = Directory.CreateTempSubdirectory("studio-saved-").FullName;
        try
        {
            if (saved.AsSpan().StartsWith("PK"u8))
            {
                ZipFile.ExtractToDirectory(new MemoryStream(saved), folder);
            }
            else
            {
                File.WriteAllBytes(Path.Combine(folder, "experiment.yaml"), saved);
            }

            return [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(DigestsOf)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The digests of the last replicate of an experiment, one a design point.</summary>
    public static IEnumerable<string> DigestsOf(string file)
    {
        var read = ExperimentReader.Read(file);
        Assert.Empty(read.Problems);
        var plan = new ExperimentPlan(read.Spec!);
        var first = plan.Count - plan.Points.Count;
        return plan.Points.Select((point, k) => $"{new TickEngine().Run(point.Scenario, plan[first + k].Seed).StateDigest:x16}");
    }
}
