using Parquet;

namespace LeadershipSim.Experiments.Storing;

/// <summary>A table of runs as a Parquet file.</summary>
internal static class RunFile
{
    /// <summary>Writes a table with one row group per batch.</summary>
    public static void Write(Stream stream, RunColumns columns, IEnumerable<IReadOnlyList<RunRow>> batches)
    {
        WriteAsync().GetAwaiter().GetResult();

        async Task WriteAsync()
        {
            var writer = await ParquetWriter.CreateAsync(columns.Schema, stream, RunColumns.Options, false, default).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                foreach (var batch in batches)
                {
                    await columns.WriteAsync(writer, batch).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Reads a table.</summary>
    public static IReadOnlyList<RunRow> Read(string file, RunColumns columns)
    {
        return ReadAsync().GetAwaiter().GetResult();

        async Task<IReadOnlyList<RunRow>> ReadAsync()
        {
            var rows = new List<RunRow>();
            var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (var k = 0; k < reader.RowGroupCount; k++)
                {
                    using var group = reader.OpenRowGroupReader(k);
                    rows.AddRange(await columns.ReadAsync(group).ConfigureAwait(false));
                }
            }

            return rows;
        }
    }
}
