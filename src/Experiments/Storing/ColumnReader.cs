using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing;

/// <summary>Reads columns of a row group as numbers (NaN where there is none) or texts.</summary>
internal static class ColumnReader
{
    public static bool IsNumeric(DataField field) =>
        field.ClrType == typeof(double) || field.ClrType == typeof(long) || field.ClrType == typeof(int) || field.ClrType == typeof(bool);

    public static async Task<double[]> NumbersAsync(ParquetRowGroupReader group, DataField field, int count)
    {
        if (field.ClrType == typeof(double))
        {
            return await ReadAsync<double>(group, field, count, v => v).ConfigureAwait(false);
        }

        if (field.ClrType == typeof(long))
        {
            return await ReadAsync<long>(group, field, count, v => v).ConfigureAwait(false);
        }

        return field.ClrType == typeof(int)
            ? await ReadAsync<int>(group, field, count, v => v).ConfigureAwait(false)
            : await ReadAsync<bool>(group, field, count, v => v ? 1 : 0).ConfigureAwait(false);
    }

    public static async Task<string[]> TextsAsync(ParquetRowGroupReader group, DataField field, int count)
    {
        var values = new string[count];
        await group.ReadAsync(field, new Memory<string?>(values)!, null, default).ConfigureAwait(false);
        return values;
    }

    private static async Task<double[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, int count, Func<T, double> convert)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[count];
            await group.ReadAsync<T>(field, new Memory<T>(values), null, default).ConfigureAwait(false);
            return Array.ConvertAll(values, v => convert(v));
        }

        var nullable = new T?[count];
        await group.ReadAsync<T>(field, new Memory<T?>(nullable), null, default).ConfigureAwait(false);
        return Array.ConvertAll(nullable, v => v is { } value ? convert(value) : double.NaN);
    }
}
