using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>A file system that cannot be written to, such as an archive that is mounted to be read.</summary>
public static class ReadOnlyDisk
{
    // EROFS is the same on Linux and macOS: errno.h. Windows says that the medium is write-protected.
    private const int ReadOnlyFileSystem = 30;
    private const int WriteProtected = unchecked((int)0x80070013);

    /// <summary>What to do when it is the cause of a failure; null when it is not.</summary>
    public static string? Explains(Exception error)
    {
        return IsCauseOf(error)
            ? $"it is on a read-only file system. Complete results can be read where they are ({ShellText.Program} status, verify, query, diff); to write analyses, figures or a report, copy the folder to a disk that can be written"
            : null;
    }

    /// <summary>Whether it is the cause of a failure.</summary>
    public static bool IsCauseOf(Exception error) => error is IOException { HResult: ReadOnlyFileSystem or WriteProtected };
}
