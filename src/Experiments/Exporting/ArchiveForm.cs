using System.Buffers.Binary;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>
/// The form of a ZIP archive: its directory says of every file what the file's own header says, files follow one another without gaps, and nothing
/// comes before, between or after them. Readers of archives believe one of the two headers, each another one.
/// </summary>
/// <remarks>
/// APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. What only other
/// programs read is passed over: times, attributes, versions, extra fields. Archives with fields of 64 bits (over 4 GB or 65,534 files) are not checked.
/// </remarks>
internal sealed class ArchiveForm
{
    private const uint LocalSignature = 0x04034b50;
    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const uint DescriptorSignature = 0x08074b50;
    private const int LocalLength = 30;
    private const int CentralLength = 46;
    private const int EndLength = 22;
    private const int DescriptorLength = 12;
    private const int SizesFollow = 8;

    private readonly string _file;
    private readonly FileStream _stream;

    private ArchiveForm(string file, FileStream stream) => (_file, _stream) = (file, stream);

    /// <summary>Checks the form of an archive.</summary>
    /// <param name="file">The archive.</param>
    /// <exception cref="DataException">It has another form: it was changed, is damaged or cut off.</exception>
    public static void Check(string file)
    {
        using var stream = File.OpenRead(file);
        new ArchiveForm(file, stream).Check();
    }

    private void Check()
    {
        var end = Bytes(_stream.Length - EndLength, EndLength, "its end");
        if (UInt32(end, 0) != EndSignature || UInt16(end, 20) != 0)
        {
            throw Other("bytes follow its directory that belong to no file, or its end is missing");
        }

        var (count, size, start) = (UInt16(end, 10), UInt32(end, 12), UInt32(end, 16));
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            return;
        }

        if (UInt32(end, 4) != 0 || UInt16(end, 8) != count || start + (long)size != _stream.Length - EndLength)
        {
            throw Other("its end does not say where its directory is");
        }

        var entries = Entries(start, count);
        if (entries is not null)
        {
            CheckFiles(entries, start);
        }
    }

    // Null where a file has fields of 64 bits.
    private List<Entry>? Entries(long at, int count)
    {
        var entries = new List<Entry>(count);
        for (var k = 0; k < count; k++)
        {
            var head = Bytes(at, CentralLength, "its directory");
            var (name, extra, comment) = (UInt16(head, 28), UInt16(head, 30), UInt16(head, 32));
            if (UInt32(head, 0) != CentralSignature || comment != 0 || UInt16(head, 34) != 0)
            {
                throw Other(Invariant($"entry {k + 1} of its directory is not an entry that a program writes"));
            }

            var entry = new Entry(
                Bytes(at + CentralLength, name, "its directory"), UInt16(head, 8), UInt16(head, 10),
                UInt32(head, 16), UInt32(head, 20), UInt32(head, 24), UInt32(head, 42));
            if (entry.Packed == uint.MaxValue || entry.Length == uint.MaxValue || entry.Offset == uint.MaxValue)
            {
                return null;
            }

            entries.Add(entry);
            at += CentralLength + name + extra;
        }

        return at == _stream.Length - EndLength ? entries : throw Other("its directory holds more than its files");
    }

    private void CheckFiles(List<Entry> entries, long directory)
    {
        var at = 0L;
        foreach (var entry in entries.OrderBy(e => e.Offset))
        {
            at = entry.Offset == at ? EndOf(entry) : throw Other($"bytes before {entry} belong to no file");
        }

        if (at != directory)
        {
            throw Other("bytes before its directory belong to no file");
        }
    }

    private long EndOf(Entry entry)
    {
        var head = Bytes(entry.Offset, LocalLength, $"{entry}");
        var (name, extra) = (UInt16(head, 26), UInt16(head, 28));
        var follow = (entry.Flags & SizesFollow) != 0;
        var agrees = UInt32(head, 0) == LocalSignature && UInt16(head, 6) == entry.Flags && UInt16(head, 8) == entry.Method
            && Bytes(entry.Offset + LocalLength, name, $"{entry}").SequenceEqual(entry.Name)
            && (HasSizes(head, 14, entry) || (follow && (UInt32(head, 14), UInt32(head, 18), UInt32(head, 22)) == (0, 0, 0)));
        var end = entry.Offset + LocalLength + name + extra + entry.Packed;
        if (!agrees)
        {
            throw Other($"its directory says other things of {entry} than the file's own header");
        }

        return follow ? EndOfDescriptor(entry, end) : end;
    }

    // A program that cannot go back writes the sizes behind the file, with a signature or without.
    private long EndOfDescriptor(Entry entry, long at)
    {
        var signature = UInt32(Bytes(at, sizeof(uint), $"{entry}"), 0) == DescriptorSignature ? sizeof(uint) : 0;
        return HasSizes(Bytes(at + signature, DescriptorLength, $"{entry}"), 0, entry) ? at + signature + DescriptorLength
            : throw Other($"its directory says other sizes of {entry} than stand behind the file");
    }

    private static bool HasSizes(byte[] bytes, int at, Entry entry) =>
        (UInt32(bytes, at), UInt32(bytes, at + 4), UInt32(bytes, at + 8)) == (entry.Checksum, entry.Packed, entry.Length);

    private byte[] Bytes(long at, int count, string what)
    {
        var bytes = new byte[count];
        if (at < 0 || at + count > _stream.Length)
        {
            throw Other($"{what} is cut off");
        }

        _stream.Position = at;
        _stream.ReadExactly(bytes);
        return bytes;
    }

    private DataException Other(string what) =>
        new($"{_file} is not an archive, is damaged or was changed: {what}. Nothing was unpacked. Get it again, or make it with {ShellText.Program} export");

    private static ushort UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private sealed record Entry(byte[] Name, int Flags, int Method, uint Checksum, uint Packed, uint Length, uint Offset)
    {
        public override string ToString() => System.Text.Encoding.UTF8.GetString(Name);
    }
}
