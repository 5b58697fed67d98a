namespace LeadershipSim.Runner.Tests;

/// <summary>Reads a CSV file without quotes, by plain splitting: nothing of the program is used.</summary>
internal static class CsvFile
{
    /// <summary>Its rows by the names of its columns.</summary>
    public static Dictionary<string, string>[] Read(string file)
    {
        var lines = File.ReadAllLines(file).Select(l => l.Split(',')).ToArray();
        return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(x => x.First, x => x.Second))];
    }
}
