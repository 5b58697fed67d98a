namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Why a file cannot be written, in words that say what to change; what the system says comes last.</summary>
public static class WriteFailure
{
    /// <summary>Why a file cannot be written, as the end of a sentence.</summary>
    /// <param name="file">The file that was to be written.</param>
    /// <param name="error">What the system says.</param>
    public static string OfFile(string file, Exception error) =>
        Directory.Exists(file) ? "a folder of this name is in the way: move it away" : Reason(Path.GetDirectoryName(Path.GetFullPath(file))!, error);

    /// <summary>Why a folder cannot be written to, as the end of a sentence.</summary>
    /// <param name="folder">The folder that was to be made or filled.</param>
    /// <param name="error">What the system says.</param>
    public static string OfFolder(string folder, Exception error) => Reason(folder, error);

    private static string Reason(string folder, Exception error) =>
        ReadOnlyDisk.IsCauseOf(error) ? "it is on a read-only file system"
        : FileAt(folder) is { } file ? $"{file} is a file, where a folder is needed: move it away"
        : error is UnauthorizedAccessException ? "its permissions do not allow it"
        : error is DirectoryNotFoundException ? "its folder is not there"
        : $"the system says: {error.Message.TrimEnd('.')}";

    // A path cannot lead through a file.
    private static string? FileAt(string folder)
    {
        string? at = folder;
        while (!string.IsNullOrEmpty(at) && !Directory.Exists(at))
        {
            if (File.Exists(at))
            {
                return at;
            }

            at = Path.GetDirectoryName(at);
        }

        return null;
    }
}
