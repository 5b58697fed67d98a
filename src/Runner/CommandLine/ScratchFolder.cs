namespace LeadershipSim.Runner.CommandLine;

/// <summary>A temporary folder. It is removed when disposed or, if the process was killed before, when the next one is created.</summary>
internal sealed class ScratchFolder : IDisposable
{
    // Unique names: a results folder also holds a lock, and must never be mistaken for a leftover.
    private const string Prefix = "leadersim-scratch-";
    private const string LockFile = ".scratch-lock";

    // Another process may mistake the folder for a leftover before the lock is held.
    private const int Tries = 10;

    private readonly string _root;
    private readonly FileStream _lock;

    /// <summary>Creates a folder, and removes those of killed processes.</summary>
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
                    // The lock goes while it is held here: a process that has just created the folder then cannot lock it, or misses the file, and takes
                    // another folder.
                    using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete))
                    {
                        File.Delete(file);
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
