using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>Whether all nodes of a cluster can be expected to see a folder.</summary>
internal static class SharedDisk
{
    private static readonly string[] OfOneNode = ["/tmp", "/var/tmp", "/dev/shm", "/run"];
    private static readonly string[] InMemory = ["tmpfs", "ramfs", "devtmpfs"];
    private static readonly string[] ScratchVariables = ["TMPDIR", "SLURM_TMPDIR"];

    /// <summary>Refuses a folder that only this node sees.</summary>
    /// <exception cref="CommandException">It is one.</exception>
    public static void Check(string folder)
    {
        if (ReasonAgainst(Path.GetFullPath(folder), FormatOf) is { } reason)
        {
            throw new CommandException(ExitCode.Invalid, $"error: results would go to {folder}, {reason}; the tasks run on other nodes. Name a folder that all nodes see, with --output, or say --local-results if all tasks run on this machine");
        }
    }

    /// <summary>Why a folder is one node's alone; null when nothing says so.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="format">Looks up the file system of a path.</param>
    internal static string? ReasonAgainst(string folder, Func<string, string?> format)
    {
        var named = ScratchVariables.Select(Environment.GetEnvironmentVariable).OfType<string>();
        var scratch = named.Where(Path.IsPathRooted).Select(Path.TrimEndingDirectorySeparator);
        var place = OfOneNode.Concat(scratch).FirstOrDefault(p => folder == p || folder.StartsWith(p + "/", StringComparison.Ordinal));
        return place is not null ? $"and {place} is on this node alone"
            : format(folder) is { } system && InMemory.Contains(system) ? $"and that is in this node's memory ({system})"
            : null;
    }

    private static string? FormatOf(string folder)
    {
        try
        {
            return DriveInfo.GetDrives()
                .Where(d => folder == d.Name || folder.StartsWith(d.Name.TrimEnd('/') + "/", StringComparison.Ordinal))
                .MaxBy(d => d.Name.Length)?.DriveFormat;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be asked is not refused.
            return null;
        }
    }
}
