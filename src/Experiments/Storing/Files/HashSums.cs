using System.Security.Cryptography;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>The hashes of an export's files, as the program sha256sum writes and checks them.</summary>
internal static class HashSums
{
    public const string FileName = "SHA256SUMS";

    private const string Gap = "  ";
    private const int Digits = 2 * SHA256.HashSizeInBytes;

    /// <summary>The text for some files.</summary>
    public static string Of(IEnumerable<(string Path, string Sha256)> files) =>
        string.Concat(files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Sha256}{Gap}{f.Path}\n"));

    /// <summary>The hashes that a folder states of its files, by their paths; none when it is no export.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var files = new Dictionary<string, string>();
        foreach (var line in LinesIn(folder).Where(IsOfFile))
        {
            files[line[(Digits + Gap.Length)..]] = line[..Digits];
        }

        return files;
    }

    /// <summary>The first line of a folder's list that states no hash of a file; null when all do, or there is no list.</summary>
    public static string? OddLineIn(string folder) => LinesIn(folder).FirstOrDefault(line => !IsOfFile(line));

    private static IEnumerable<string> LinesIn(string folder) =>
        Path.Combine(folder, FileName) is var path && File.Exists(path) ? File.ReadAllLines(path).Where(line => line.Length > 0) : [];

    // A star says that the file was read as it is, which is what everybody does.
    private static bool IsOfFile(string line) => line.Length > Digits + Gap.Length && line[Digits..(Digits + Gap.Length)] is Gap or " *";
}
