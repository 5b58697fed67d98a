using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads the columns of a Parquet file as texts.</summary>
/// <param name="Columns">Columns of numbers, flags and texts, null where a value is missing.</param>
/// <param name="Unreadable">Types of the other columns, in words, by their names.</param>
/// <param name="Count">Number of rows.</param>
internal sealed record ParquetTable(IReadOnlyList<KeyValuePair<string, string?[]>> Columns, IReadOnlyDictionary<string, string> Unreadable, int Count)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">It is not Parquet, damaged, or has no rows.</exception>
    public static ParquetTable Read(string path)
    {
        try
        {
            return ParquetFile.Read(path, reader => ReadAsync(path, reader));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new DataException($"{path} cannot be read: it is not a Parquet file, or it is damaged ({error.Message}); write it again, or write the table as CSV", error);
        }
    }

    private static async Task<ParquetTable> ReadAsync(string path, ParquetReader reader)
    {
        DataField[] fields = [.. reader.Schema.Fields.OfType<DataField>().Where(IsReadable)];
        var texts = fields.Select(f => (Field: f, Values: new List<string?>())).ToArray();
        var count = 0L;
        for (var k = 0; k < reader.RowGroupCount; k++)
        {
            using var group = reader.OpenRowGroupReader(k);
            count += group.RowCount;
            if (count > ParquetFile.MostRows)
            {
                throw new DataException(Invariant(
                    $"{path} says that it has more than {ParquetFile.MostRows} rows, the most that are read; write those that are needed into a file of their own"));
            }

            foreach (var (field, values) in texts)
            {
                values.AddRange(await TextsOfAsync(group, field).ConfigureAwait(false));
            }
        }

        return count > 0
            ? new(
                [.. texts.Select(t => KeyValuePair.Create(t.Field.Name, t.Values.ToArray()))],
                reader.Schema.Fields.Where(f => !IsReadable(f)).ToDictionary(f => f.Name, TypeOf),
                (int)count)
            : throw new DataException($"{path} has no rows");
    }

    private static bool IsReadable(Field field) => field is DataField { IsArray: false } data && (ColumnReader.IsNumeric(data) || ColumnReader.IsText(data));

    private static string TypeOf(Field field) => field switch
    {
        DataField { IsArray: true } or ListField => "lists",
        MapField => "maps",
        StructField => "structures",
        DataField data when data.ClrType == typeof(DateTime) || data.ClrType == typeof(DateTimeOffset) || data.ClrType.Name is "DateOnly" => "dates (timestamp or date)",
        DataField data when data.ClrType == typeof(TimeSpan) || data.ClrType.Name is "TimeOnly" or "Interval" => "durations or times of day",
        DataField data when data.ClrType == typeof(byte[]) => "bytes",
        DataField data => $"values of the type {data.ClrType.Name}",
        _ => field.SchemaType.ToString(),
    };

    private static async Task<IEnumerable<string?>> TextsOfAsync(ParquetRowGroupReader group, DataField field)
    {
        if (ColumnReader.IsNumeric(field))
        {
            var numbers = await ColumnReader.NumbersAsync(group, field, (int)group.RowCount).ConfigureAwait(false);
            return numbers.Select(v => double.IsNaN(v) ? null : Invariant($"{v:R}"));
        }

        return (await ColumnReader.TextsAsync(group, field, (int)group.RowCount).ConfigureAwait(false)).Select(v => v is null or "" ? null : v);
    }
}
