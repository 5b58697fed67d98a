using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The process that a temporary folder belongs to, stated in the folder: host, number and start, since another process may have the number later. Whether
/// it is alive is asked of the folder's lock, and, where locks do not hold, of the host.
/// </summary>
public sealed class FolderOwner : IDisposable
{
    private const string FileName = ".owner";

    // The clock of a machine may be set while a process runs; no other process gets its number that soon.
    private static readonly TimeSpan SameStart = TimeSpan.FromMinutes(1);

    // A folder in which nothing is stated is one that is being made, unless it is old.
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(10);

    private readonly FolderLock _lock;

    private FolderOwner(FolderLock folderLock) => _lock = folderLock;

    /// <summary>Creates a folder, and states that it belongs to this process.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static void Create(string folder)
    {
        using var process = Process.GetCurrentProcess();
        try
        {
            DurableFolder.Create(folder);
            AtomicFile.WriteText(
                Path.Combine(folder, FileName), Invariant($"{Environment.MachineName}\n{process.Id}\n{process.StartTime.ToUniversalTime():O}\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ResultDocuments.NotWritable(folder, error);
        }
    }

    /// <summary>Removes a folder, the statement last: if the process is killed meanwhile, the rest can still be told from a folder in use.</summary>
    /// <param name="folder">The folder.</param>
    public static void Remove(string folder)
    {
        foreach (var place in Directory.GetDirectories(folder))
        {
            Directory.Delete(place, recursive: true);
        }

        foreach (var file in Directory.GetFiles(folder).Where(f => Path.GetFileName(f) != FileName))
        {
            File.Delete(file);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Takes over a folder whose owner has ended; null when the owner may be alive, or another process was faster.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another user's.</exception>
    public static FolderOwner? Replace(string folder)
    {
        var (host, isAlive) = Stated(folder);
        if (isAlive)
        {
            return null;
        }

        try
        {
            var taken = FolderLock.Take(folder);
            if (taken.Holds || host == Environment.MachineName)
            {
                return new(taken);
            }

            // Nothing says whether a process of another host is alive.
            taken.Dispose();
            return null;
        }
        catch (StoreException error) when (error.Problem == StoreProblem.Locked)
        {
            return null;
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _lock.Dispose();

    private static (string? Host, bool IsAlive) Stated(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file) || File.ReadAllText(file).Split('\n') is not [var host, var number, var start, ..]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            || !DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since))
        {
            return (null, DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) < Making);
        }

        return (host, host == Environment.MachineName && IsAlive(process, since));
    }

    private static bool IsAlive(int number, DateTimeOffset since)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return (process.StartTime.ToUniversalTime() - since.UtcDateTime).Duration() < SameStart;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // Another user's process, of which the start cannot be read.
            return true;
        }
    }
}
