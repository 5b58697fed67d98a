namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>
/// Reads what another machine may just have replaced: a network file system can name a file that is gone, or hold a handle to one
/// (ESTALE). The second look sees what is there now.
/// </summary>
public static class LateFile
{
    // Linux and macOS: errno.h.
    private const int StaleOnLinux = 116;
    private const int StaleOnMacOs = 70;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads; when the file is not there or was replaced meanwhile, once more.</summary>
    public static T Try<T>(Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read();
        }
        catch (IOException error) when (IsLate(error))
        {
            Thread.Sleep(Pause);
            return read();
        }
    }

    /// <summary>Those of some files that are there; when one is not, all are looked for once more.</summary>
    public static IReadOnlyList<string> Present(IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!files.All(File.Exists))
        {
            Thread.Sleep(Pause);
        }

        return [.. files.Where(File.Exists)];
    }

    /// <summary>Whether a second look may find it.</summary>
    internal static bool IsLate(IOException error) =>
        error is FileNotFoundException or DirectoryNotFoundException || error.HResult is StaleOnLinux or StaleOnMacOs;
}
