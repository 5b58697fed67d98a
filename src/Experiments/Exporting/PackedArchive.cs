using System.IO.Compression;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Exporting;

/// <summary>
/// Unpacks a ZIP archive of results. A few bytes can stand for a full disk, and a name for a file elsewhere: both are looked at before the
/// first file is written, and no file may become longer than the archive says.
/// </summary>
public static class PackedArchive
{
    // Tables of results shrink to a third, figures as text to a tenth; DEFLATE can reach a thousandth.
    private const long MostGrowth = 30;
    private const long AlwaysAllowed = 64L << 20;
    private const int Chunk = 1 << 16;

    /// <summary>Unpacks an archive into a folder.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="folder">The folder, which is made.</param>
    /// <exception cref="DataException">It is not an archive, is damaged, would grow too much, or names files outside of the folder.</exception>
    public static void Unpack(string file, string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Unpack(file, folder, path =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.Create(path);
        });
        Directory.CreateDirectory(folder);
    }

    /// <summary>Unpacks an archive into streams.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="folder">The folder in which its files lie.</param>
    /// <param name="create">Opens the stream for a file.</param>
    internal static void Unpack(string file, string folder, Func<string, Stream> create)
    {
        try
        {
            ArchiveForm.Check(file);
            using var archive = ZipFile.OpenRead(file);
            Check(file, archive, Path.GetFullPath(folder));
            foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0))
            {
                using var target = create(Path.Combine(folder, entry.FullName));
                Unpack(file, entry, target);
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new DataException($"{file} is neither a folder nor an archive that can be read: {error.Message} Give a results folder, or an export of one", error);
        }
    }

    private static void Check(string file, ZipArchive archive, string folder)
    {
        var (allowed, sum) = (AlwaysAllowed + (MostGrowth * new FileInfo(file).Length), 0L);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || entry.FullName.Contains('\\', StringComparison.Ordinal))
            {
                throw new DataException($"{file} names the file {entry.FullName}, which lies outside of the archive or cannot be written; nothing was unpacked. Make the archive with {ShellText.Program} export");
            }

            if (!names.Add(entry.FullName))
            {
                throw new DataException($"{file} holds the file {entry.FullName} twice; nothing was unpacked. Make the archive with {ShellText.Program} export");
            }

            if (entry.Length < 0 || entry.Length > allowed - sum)
            {
                throw new DataException(Invariant(
                    $"{file} would unpack to more than {allowed} bytes with {entry.FullName} of {entry.Length} bytes; an archive of this size holds at most that. Nothing was unpacked. If the size is intended, unpack it yourself and give the folder"));
            }

            sum += entry.Length;
        }
    }

    private static void Unpack(string file, ZipArchiveEntry entry, Stream target)
    {
        using var source = entry.Open();
        var (buffer, written, checksum) = (new byte[Chunk], 0L, 0u);
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            written += read;
            if (written > entry.Length)
            {
                throw new DataException(Invariant($"{file} says that {entry.FullName} has {entry.Length} bytes, and it has more: the archive is damaged. Get it again"));
            }

            checksum = Crc32.Of(checksum, buffer.AsSpan(0, read));
            target.Write(buffer, 0, read);
        }

        if (written < entry.Length)
        {
            throw new DataException(Invariant($"{file} says that {entry.FullName} has {entry.Length} bytes, and it has {written}: the archive is damaged. Get it again"));
        }

        if (checksum != entry.Crc32)
        {
            throw new DataException($"{file} states another checksum of {entry.FullName} than it has: the archive was changed or is damaged. Get it again");
        }
    }
}
