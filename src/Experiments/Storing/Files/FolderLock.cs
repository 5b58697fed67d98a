using System.Globalization;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Keeps a folder to one process. The operating system lets go of it when the process ends, however it ends.</summary>
internal static class FolderLock
{
    // Whoever asks who is at work holds the lock for a moment.
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="StoreException">Another process has it.</exception>
    public static FileStream Take(string folder) => Take(folder, () => Thread.Sleep(Pause));

    /// <param name="folder">The folder.</param>
    /// <param name="wait">Waits between two tries.</param>
    /// <exception cref="StoreException">Another process has it.</exception>
    internal static FileStream Take(string folder, Action wait)
    {
        var path = Path.Combine(folder, ".lock");

        // A locked file cannot be read, so who has locked it is said beside it.
        var holder = path + "-holder";
        for (var tried = 1; ; tried++)
        {
            try
            {
                var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}"));
                return stream;
            }
            catch (IOException) when (tried < Tries && File.Exists(holder))
            {
                wait();
            }
            catch (IOException error) when (File.Exists(holder))
            {
                throw new StoreException(
                    StoreProblem.Locked,
                    $"another process ({File.ReadAllText(holder)}) is working in {folder}; wait for it to end, or choose another --output",
                    error);
            }
        }
    }

    /// <summary>Who is working in a folder, as host:process; null when nobody is.</summary>
    public static string? HolderOf(string folder)
    {
        var path = Path.Combine(folder, ".lock");
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return null;
        }
        catch (IOException)
        {
            return File.Exists(path + "-holder") ? File.ReadAllText(path + "-holder") : "unknown";
        }
    }
}
