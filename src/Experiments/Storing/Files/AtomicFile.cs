using System.Text;

namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>Writes a file so that it is there as a whole or not at all: beside it, flushed to disk, then renamed over it.</summary>
internal static class AtomicFile
{
    // Large enough that a column of a table is written at once.
    private const int BufferSize = 1 << 18;

    public static void Write(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, BufferSize))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            DurableFolder.FlushParentOf(path);
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName == "value")
        {
            // What .NET makes of EFBIG.
            File.Delete(temporary);
            throw new IOException($"{path} would be larger than the file system, or a limit like that of ulimit, allows.", error);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
