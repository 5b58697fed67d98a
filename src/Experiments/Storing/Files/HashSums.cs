namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>The hashes of an export's files, as the program sha256sum writes and checks them.</summary>
internal static class HashSums
{
    public const string FileName = "SHA256SUMS";

    private const string Gap = "  ";

    /// <summary>The text for some files.</summary>
    public static string Of(IEnumerable<(string Path, string Sha256)> files) =>
        string.Concat(files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Sha256}{Gap}{f.Path}\n"));

    /// <summary>The hashes that a folder states of its files, by their paths; none when it is no export.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var files = new Dictionary<string, string>();
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split(Gap, 2) is [var hash, var file])
            {
                files[file] = hash;
            }
        }

        return files;
    }
}
