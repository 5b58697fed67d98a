namespace LeadershipSim.Runner.CommandLine;

/// <summary>A temporary folder that is gone when it is disposed, or, when the process is killed before, when the next one is made.</summary>
internal sealed class ScratchFolder : IDisposable
{
    // Names that nothing else has: a folder of results also holds a lock, and must never be taken for one that was left.
    private const string Prefix = "leadersim-scratch-";
    private const string LockFile = ".scratch-lock";

    // Another process may take the folder for one that was left before its lock is held.
    private const int Tries = 10;

    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Makes a folder, and removes those that killed processes have left.</summary>
    public ScratchFolder()
    {
        RemoveLeft();
        for (var tried = 1; ; tried++)
        {
            _root = Directory.CreateTempSubdirectory(Prefix).FullName;
            try
            {
                _lock = new FileStream(In(LockFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(In(LockFile)))
                {
                    return;
                }

                _lock.Dispose();
            }
            catch (IOException) when (tried < Tries)
            {
                // The next one is another folder.
            }
        }
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
                if (File.Exists(file))
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
