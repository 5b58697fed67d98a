namespace LeadershipSim.Runner.CommandLine;

/// <summary>A temporary folder that is gone when it is disposed, or, when the process is killed before, when the next one is made.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "leadersim-";
    private const string LockFile = ".lock";

    // Between the making of a lock's file and its locking.
    private static readonly TimeSpan TimeToLock = TimeSpan.FromMinutes(1);

    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Makes a folder, and removes those that killed processes have left.</summary>
    public ScratchFolder()
    {
        RemoveLeft();
        _root = Directory.CreateTempSubdirectory(Prefix).FullName;
        _lock = new FileStream(In(LockFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The path of something in it.</summary>
    public string In(string name) => Path.Combine(_root, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private static void RemoveLeft()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                var file = Path.Combine(folder, LockFile);
                if (File.Exists(file) && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > TimeToLock)
                {
                    using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    {
                        // Nobody has it.
                    }

                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // In use, or another user's.
            }
        }
    }
}
