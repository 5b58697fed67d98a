using System.IO.Compression;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads the bytes of input files, and never more than may be: a device has no end, and a small archive can stand for a large file.</summary>
internal static class InputBytes
{
    private const int Chunk = 1 << 20;

    /// <summary>The bytes of a file, unpacked where it is gzip.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limit">Most bytes, packed and unpacked.</param>
    /// <param name="what">What the file is, as in "an experiment file".</param>
    /// <exception cref="DataException">It has more bytes.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string file, int limit, string what)
    {
        var bytes = AtMost(file, Open(file), limit, what);
        return bytes is [0x1F, 0x8B, ..] ? Unpacked(file, bytes, limit, what) : bytes;
    }

    private static FileStream Open(string file) =>
        new(file, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan });

    private static byte[] Unpacked(string file, byte[] bytes, int limit, string what)
    {
        try
        {
            return AtMost(file, new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), limit, what);
        }
        catch (InvalidDataException error)
        {
            throw new DataException($"{file} cannot be read: it is a damaged gzip file ({error.Message}); pack it again", error);
        }
    }

    private static byte[] AtMost(string file, Stream source, int limit, string what)
    {
        using (source)
        {
            // A file says how long it is; a device and what is packed do not.
            if (source is FileStream { CanSeek: true } known && known.Length > limit)
            {
                throw TooLong(file, limit, what);
            }

            using var kept = new MemoryStream();
            var buffer = new byte[Chunk];
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                kept.Write(buffer, 0, read);
                if (kept.Length > limit)
                {
                    throw TooLong(file, limit, what);
                }
            }

            return kept.ToArray();
        }
    }

    private static DataException TooLong(string file, int limit, string what) =>
        new(Invariant($"{file} has more than {limit >> 20} MB; {what} has at most {limit >> 20} MB"));
}
