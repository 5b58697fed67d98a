using System.Buffers.Binary;

namespace LeadershipSim.Experiments.Tables;

/// <summary>
/// Checks the frame of a Parquet file before a library reads it: both magic words, a footer that fits in the file, and a description in
/// it (Thrift's compact protocol) that closes exactly at its end. A library that trusts a damaged footer may never come back.
/// </summary>
internal static class ParquetFooter
{
    private const int Frame = 12;
    private const int Tail = 8;
    private const int LargestFooter = 256 * 1024 * 1024;

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? Problem(string path)
    {
        using var file = File.OpenRead(path);
        if (!file.CanSeek || file.Length < Frame)
        {
            return "it is shorter than any Parquet file";
        }

        Span<byte> ends = stackalloc byte[Frame];
        file.ReadExactly(ends[..4]);
        file.Seek(-Tail, SeekOrigin.End);
        file.ReadExactly(ends[4..]);
        if (ends[8..].SequenceEqual("PARE"u8))
        {
            return "its footer is encrypted, which is not read";
        }

        if (!ends[..4].SequenceEqual("PAR1"u8) || !ends[8..].SequenceEqual("PAR1"u8))
        {
            return "it does not start and end with PAR1";
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(ends[4..8]);
        if (length < 1 || length > file.Length - Frame || length > LargestFooter)
        {
            return Invariant($"its footer of {length} bytes does not fit in a file of {file.Length}");
        }

        var footer = new byte[length];
        file.Seek(-Tail - length, SeekOrigin.End);
        file.ReadExactly(footer);
        return ThriftFrame.Closes(footer) ? null : "its footer does not end where its description of the columns does";
    }
}
