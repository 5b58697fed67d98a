using System.Globalization;
using System.Text;

namespace LeadershipSim.Experiments.Storing;

/// <summary>Keeps a folder to one process. The operating system lets go of it when the process ends, however it ends.</summary>
internal static class FolderLock
{
    /// <exception cref="StoreException">Another process has it.</exception>
    public static FileStream Take(string folder)
    {
        var path = Path.Combine(folder, ".lock");
        try
        {
            // Others may read who has it, but not open it to write.
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}")));
            stream.Flush();
            return stream;
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new StoreException(
                StoreProblem.Locked,
                $"another process ({Holder(path)}) is working in {folder}; wait for it to end, or choose another --output",
                error);
        }
    }

    private static string Holder(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
