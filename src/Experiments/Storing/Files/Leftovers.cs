using System.Text.RegularExpressions;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>What a process that was killed had begun to write: removed when the same thing is written the next time.</summary>
public static partial class Leftovers
{
    /// <summary>Removes unfinished files beside the one they were to become; those that a process still writes are left.</summary>
    /// <param name="path">The file.</param>
    public static void RemoveBeside(string path)
    {
        var full = Path.GetFullPath(path);
        var (folder, name) = (Path.GetDirectoryName(full)!, Path.GetFileName(full));
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.tmp") : [])
        {
            var found = Path.GetFileName(file);
            if (found.StartsWith(name, StringComparison.Ordinal) && Ending().IsMatch(found[name.Length..]) && IsFree(file))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Removes unfinished folders beside the one they were to become; those that a process still works in are left.</summary>
    /// <param name="path">The folder.</param>
    internal static void RemoveFoldersBeside(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        foreach (var found in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, ".tmp-*") : [])
        {
            var rest = Path.GetFileName(found)[".tmp-".Length..];
            if (rest.StartsWith(name, StringComparison.Ordinal) && FolderEnding().IsMatch(rest[name.Length..]) && FolderLock.HolderOf(found) is null)
            {
                Directory.Delete(found, recursive: true);
            }
        }
    }

    // Who writes a file has it locked.
    private static bool IsFree(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\.[0-9a-f]{32}\.tmp\z")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^-[0-9a-f]{32}\z")]
    private static partial Regex FolderEnding();
}
