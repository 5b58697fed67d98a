// Checks the code signature of programs and libraries for macOS on Apple silicon, which does not start a file without one:
//   dotnet run tests/Packages/signature.cs FILE...
// Each file must be Mach-O for arm64, alone or as a slice of a universal file, and hold a signature at its end whose hashes are those of its pages.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

const uint Universal = 0xCAFEBABE, MachO64 = 0xFEEDFACF, Arm64 = 0x0100000C, CodeSignature = 0x1D;
const uint SignatureBlobs = 0xFADE0CC0, CodeDirectory = 0xFADE0C02, AdHoc = 0x2;
const byte Sha256 = 2;

var bad = 0;
foreach (var file in args)
{
    try
    {
        Console.WriteLine($"{file}: {Check(Slice(File.ReadAllBytes(file)))}");
    }
    catch (Exception problem) when (problem is InvalidDataException or ArgumentOutOfRangeException)
    {
        Console.WriteLine($"{file}: {(problem is InvalidDataException ? problem.Message : "a part that it names lies beyond its end")}");
        bad++;
    }
}

return bad == 0 && args.Length > 0 ? 0 : 1;

// The part of a universal file that is for arm64, or a file that is for one processor.
static ReadOnlySpan<byte> Slice(byte[] file)
{
    if (Big(file, 0) != Universal)
    {
        return file;
    }

    for (var k = 0; k < Big(file, 4); k++)
    {
        if (Big(file, 8 + (20 * k)) == Arm64)
        {
            return file.AsSpan((int)Big(file, 16 + (20 * k)), (int)Big(file, 20 + (20 * k)));
        }
    }

    throw new InvalidDataException("a universal file without a part for arm64");
}

static string Check(ReadOnlySpan<byte> file)
{
    if (Little(file, 0) != MachO64 || Little(file, 4) != Arm64)
    {
        throw new InvalidDataException("not Mach-O for arm64");
    }

    var command = 32;
    for (var k = 0; k < Little(file, 16); k++)
    {
        if (Little(file, command) == CodeSignature)
        {
            return Verify(file, (int)Little(file, command + 8), (int)Little(file, command + 12));
        }

        command += (int)Little(file, command + 4);
    }

    throw new InvalidDataException("not signed");
}

static string Verify(ReadOnlySpan<byte> file, int offset, int size)
{
    if (offset + size != file.Length)
    {
        throw new InvalidDataException($"the signature ends at byte {offset + size} of {file.Length}");
    }

    var blobs = file.Slice(offset, size);
    if (Big(blobs, 0) != SignatureBlobs)
    {
        throw new InvalidDataException("the signature is not one of code");
    }

    for (var k = 0; k < Big(blobs, 8); k++)
    {
        var directory = blobs[(int)Big(blobs, 16 + (8 * k))..];
        if (Big(directory, 0) == CodeDirectory && directory[37] == Sha256)
        {
            return Pages(file, directory, offset);
        }
    }

    throw new InvalidDataException("the signature has no SHA-256 hashes");
}

static string Pages(ReadOnlySpan<byte> file, ReadOnlySpan<byte> directory, int signature)
{
    int hashes = (int)Big(directory, 16), pages = (int)Big(directory, 28), limit = (int)Big(directory, 32), page = 1 << directory[39];
    if (limit != signature || pages != (limit + page - 1) / page)
    {
        throw new InvalidDataException($"the signature covers {limit} bytes of {signature} in {pages} pages");
    }

    for (var k = 0; k < pages; k++)
    {
        var content = file[(k * page)..Math.Min((k + 1) * page, limit)];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(directory.Slice(hashes + (32 * k), 32)))
        {
            throw new InvalidDataException($"page {k} of {pages} differs from its hash");
        }
    }

    var name = directory[(int)Big(directory, 20)..];
    var kind = (Big(directory, 12) & AdHoc) != 0 ? "ad hoc" : "by a certificate";
    return $"signed {kind} as {Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)])}, {pages} pages agree";
}

static uint Big(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

static uint Little(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
