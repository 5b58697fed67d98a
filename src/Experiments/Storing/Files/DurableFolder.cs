using System.Runtime.InteropServices;
using System.Text;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>
/// Makes names last. A file that was flushed is still lost when the power fails before the folder that names it was, so a new folder
/// and a rename are flushed by their parent.
/// </summary>
internal static class DurableFolder
{
    // The same on Linux and macOS: errno.h.
    private const int AccessDenied = 13;
    private const int InvalidArgument = 22;
    private const int ReadOnlyFileSystem = 30;

    /// <summary>Makes a folder and those above it that are missing.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder));
        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(folder);
        FlushParentOf(folder);
    }

    /// <summary>Gives a folder another name under the same parent: across folders some network file systems copy, or do not rename at once.</summary>
    /// <exception cref="ArgumentException">The name is elsewhere.</exception>
    public static void Rename(string folder, string name)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(folder)) != Path.GetDirectoryName(Path.GetFullPath(name)))
        {
            throw new ArgumentException($"{name} is not beside {folder}", nameof(name));
        }

        Directory.Move(folder, name);
        FlushParentOf(name);
    }

    /// <summary>Flushes the names in the folder that a file or folder is in.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void FlushParentOf(string path)
    {
        if (OperatingSystem.IsWindows() || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder)
        {
            // NTFS journals its names itself, and lets nobody flush a folder.
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), flags: 0);
        if (descriptor < 0)
        {
            ThrowUnless(folder, AccessDenied);
            return;
        }

        try
        {
            // Some network file systems flush names with every call, and refuse to do so on demand.
            if (Flush(descriptor) != 0)
            {
                ThrowUnless(folder, InvalidArgument, ReadOnlyFileSystem);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static void ThrowUnless(string folder, params ReadOnlySpan<int> harmless)
    {
        var error = Marshal.GetLastPInvokeError();
        if (!harmless.Contains(error))
        {
            throw new IOException($"the folder {folder} cannot be flushed to disk: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
