using System.Text.Json;

namespace LeadershipSim.Experiments.Tests;

/// <summary>Reads the reference values that lie beside the test assembly.</summary>
internal static class ReferenceFile
{
    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(name)));
        return document.RootElement.Clone();
    }

    /// <summary>The rows of a CSV file without quotes, its header left out.</summary>
    public static IEnumerable<string[]> Rows(string name) => File.ReadLines(PathOf(name)).Skip(1).Select(line => line.Split(','));

    /// <summary>Where a reference file or folder is.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Reference", name);
}
