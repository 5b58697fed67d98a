using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Storing;

/// <summary>A table of runs as a Parquet file.</summary>
internal static class RunFile
{
    /// <summary>Writes a table of one row group.</summary>
    public static void Write(Stream stream, IRowColumns columns, IReadOnlyList<RunRow> rows)
    {
        using var writer = new ParquetRows(stream, columns);
        writer.Write(rows);
    }

    /// <summary>Reads a table.</summary>
    public static IReadOnlyList<RunRow> Read(string file)
    {
        return ReadAsync().GetAwaiter().GetResult();

        async Task<IReadOnlyList<RunRow>> ReadAsync()
        {
            var rows = new List<RunRow>();
            var reader = await ParquetFile.OpenAsync(file).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    rows.AddRange(await RunColumns.ReadAsync(group, reader.Schema).ConfigureAwait(false));
                }
            }

            return rows;
        }
    }
}
