using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A table of texts and numbers that is too long to be held, written to a Parquet file a row group at a time.</summary>
public static class LongTable
{
    // A group is held while it is written: some ten megabytes.
    private const int RowsPerGroup = 20_000;

    /// <summary>Writes a table.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="columns">The columns: those of text, and those of numbers, null if absent. The file's metadata describe them.</param>
    /// <param name="rows">The rows: a text or a number a column.</param>
    public static void Write(string path, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        WriteAsync(path, columns, rows).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(string path, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        DataField[] fields =
        [
            .. columns.Select(c => c.Type == ColumnType.Text
                ? new DataField(c.Name, typeof(string), isNullable: false) : new DataField(c.Name, typeof(double?))),
        ];
        var stream = File.Create(path);
        await using (stream.ConfigureAwait(false))
        {
            var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, ParquetRows.Options, false, default).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                writer.CustomMetadata = Column.Metadata(columns);
                foreach (var batch in rows.Chunk(RowsPerGroup))
                {
                    using var group = writer.CreateRowGroup();
                    for (var k = 0; k < fields.Length; k++)
                    {
                        await WriteColumnAsync(group, fields[k], columns[k].Type == ColumnType.Text, batch, k).ConfigureAwait(false);
                    }

                    group.CompleteValidate();
                }
            }
        }
    }

    private static Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, bool isText, IReadOnlyList<object?>[] rows, int k) => isText
        ? group.WriteAsync(field, Array.ConvertAll(rows, r => r[k]?.ToString() ?? ""))
        : group.WriteAsync<double>(field, new ReadOnlyMemory<double?>(Array.ConvertAll(rows, r => NumberOf(r[k]))));

    private static double? NumberOf(object? value) =>
        value is null or double.NaN ? null : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
}
