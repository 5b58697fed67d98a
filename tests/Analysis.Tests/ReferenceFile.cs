using System.Globalization;
using System.Text.Json;

namespace LeadershipSim.Analysis.Tests;

/// <summary>Files of reference values; see Reference/README.md.</summary>
internal static class ReferenceFile
{
    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement;

    /// <summary>The columns of a CSV file, as text.</summary>
    public static IReadOnlyDictionary<string, string[]> Texts(string file)
    {
        var lines = File.ReadAllLines(PathOf(file)).Where(l => l.Length > 0).Select(l => l.Split(',')).ToArray();
        return lines[0].Select((name, c) => (name, c)).ToDictionary(p => p.name, p => lines.Skip(1).Select(l => l[p.c]).ToArray());
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", file);
}
