
namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Keeps a folder to one process. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    // Whoever asks who is at work holds the lock for a moment.
    private const int Tries = 10;

    // What .NET makes of a lock that another process holds: EAGAIN on Linux, on macOS, and a sharing violation on Windows.
    private const int HeldOnLinux = 11;
    private const int HeldOnMacOs = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private FolderLock(FileStream file, bool holds) => (_file, Holds) = (file, holds);

    /// <summary>Whether the lock keeps others out: where a file system has no locks, or they are switched off, it is granted to all.</summary>
    public bool Holds { get; }

    /// <exception cref="StoreException">Another process has it.</exception>
    public static FolderLock Take(string folder) => Take(folder, () => Thread.Sleep(Pause));

    /// <param name="folder">The folder.</param>
    /// <param name="wait">Waits between two tries.</param>
    /// <exception cref="StoreException">Another process has it.</exception>
    internal static FolderLock Take(string folder, Action wait)
    {
        var path = Path.Combine(folder, ".lock");

        // A locked file cannot be read, so who has locked it is said beside it.
        var holder = path + "-holder";
        for (var tried = 1; ; tried++)
        {
            try
            {
                var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.WriteAllText(holder, Invariant($"{Environment.MachineName}:{Environment.ProcessId}"));
                return new FolderLock(stream, IsRefused(path));
            }
            catch (IOException error) when (tried < Tries && IsHeld(error))
            {
                wait();
            }
            catch (IOException error) when (IsHeld(error))
            {
                throw new StoreException(
                    StoreProblem.Locked,
                    $"another process ({NameIn(holder)}) is working in {folder}; wait for it to end, or choose another --output",
                    error);
            }
        }
    }

    /// <summary>Who is working in a folder, as host:process; null when nobody is.</summary>
    public static string? HolderOf(string folder)
    {
        var path = Path.Combine(folder, ".lock");
        return File.Exists(path) && IsRefused(path) ? NameIn(path + "-holder") : null;
    }

    /// <summary>Removes what a lock that was let go has left in its folder.</summary>
    public static void Remove(string folder)
    {
        File.Delete(Path.Combine(folder, ".lock"));
        File.Delete(Path.Combine(folder, ".lock-holder"));
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _file.Dispose();

    // Locks belong to an open file, so the process that holds one is refused another, as any other process is.
    private static bool IsRefused(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException error)
        {
            return IsHeld(error);
        }
    }

    private static bool IsHeld(IOException error) => error.HResult is HeldOnLinux or HeldOnMacOs or HeldOnWindows;

    private static string NameIn(string holder)
    {
        try
        {
            return File.ReadAllText(holder);
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
