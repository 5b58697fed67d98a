using Parquet;

namespace LeadershipSim.Experiments.Tables;

/// <summary>
/// Reads Parquet files. The library sees only those whose frame is sound, and not for longer than a sound file of that size can take: a damaged
/// one can keep it busy for ever, or make it fail in any way.
/// </summary>
internal static class ParquetFile
{
    /// <summary>Most rows of a row group, and of a researcher's own table.</summary>
    public const long MostRows = 100_000_000;

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(60);
    private const long BytesPerSecond = 1_000_000;

    /// <summary>Reads something of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it; an error of its own is a <see cref="DataException"/>.</param>
    /// <exception cref="InvalidDataException">It is not Parquet, or damaged.</exception>
    public static T Read<T>(string path, Func<ParquetReader, Task<T>> read) => Read(path, read, PatienceWith(path));

    /// <summary>Reads something of a file, within a time.</summary>
    /// <exception cref="InvalidDataException">It is not Parquet, or damaged.</exception>
    internal static T Read<T>(string path, Func<ParquetReader, Task<T>> read, TimeSpan patience)
    {
        if (ParquetFooter.Problem(path) is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        try
        {
            return Task.Run(OpenAsync).WaitAsync(patience).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new InvalidDataException(Invariant($"it cannot be read within {patience.TotalSeconds:0} seconds, so it is damaged"));
        }
        catch (Exception error) when (error is not (DataException or IOException or UnauthorizedAccessException or InvalidDataException))
        {
            // Of a damaged file the library says what broke in itself, in exceptions of any type.
            throw new InvalidDataException(error.Message, error);
        }

        async Task<T> OpenAsync()
        {
            var reader = await ParquetReader.CreateAsync(path).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                CheckRows(reader);
                return await read(reader).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads something of each row group of a file.</summary>
    /// <exception cref="InvalidDataException">It is not Parquet, or damaged.</exception>
    public static IReadOnlyList<T> ReadGroups<T>(string path, Func<ParquetReader, ParquetRowGroupReader, Task<T>> read) => Read(path, async reader =>
    {
        var parts = new List<T>(reader.RowGroupCount);
        for (var k = 0; k < reader.RowGroupCount; k++)
        {
            using var group = reader.OpenRowGroupReader(k);
            parts.Add(await read(reader, group).ConfigureAwait(false));
        }

        return parts;
    });

    private static TimeSpan PatienceWith(string path) => LeastPatience + TimeSpan.FromSeconds(new FileInfo(path).Length / BytesPerSecond);

    // A few bytes can state any number of rows, and room is made for all of them.
    private static void CheckRows(ParquetReader reader)
    {
        for (var k = 0; k < reader.RowGroupCount; k++)
        {
            using var group = reader.OpenRowGroupReader(k);
            if (group.RowCount is < 0 or > MostRows)
            {
                throw new InvalidDataException(Invariant($"it says that a part of it has {group.RowCount} rows; at most {MostRows} are read"));
            }
        }
    }
}
