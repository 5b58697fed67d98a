using System.Security.Cryptography;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The files of a results folder, to be compared byte by byte.</summary>
internal static class ResultFiles
{
    /// <summary>Every file of a folder but who ran it when, with the hash of its bytes.</summary>
    public static Dictionary<string, string> Of(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "manifest.json" && !Path.GetFileName(f).StartsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
}
