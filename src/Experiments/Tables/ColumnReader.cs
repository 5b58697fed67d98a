using Parquet;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads columns of a row group as numbers (NaN if absent) or texts.</summary>
internal static class ColumnReader
{
    public static bool IsNumeric(DataField field) => Type.GetTypeCode(field.ClrType) is TypeCode.Boolean or (>= TypeCode.SByte and <= TypeCode.Decimal);

    public static bool IsText(DataField field) => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>);

    public static Task<double[]> NumbersAsync(ParquetRowGroupReader group, DataField field, int count) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Boolean => ReadAsync<bool>(group, field, count, v => v ? 1 : 0),
        TypeCode.SByte => ReadAsync<sbyte>(group, field, count, v => v),
        TypeCode.Byte => ReadAsync<byte>(group, field, count, v => v),
        TypeCode.Int16 => ReadAsync<short>(group, field, count, v => v),
        TypeCode.UInt16 => ReadAsync<ushort>(group, field, count, v => v),
        TypeCode.Int32 => ReadAsync<int>(group, field, count, v => v),
        TypeCode.UInt32 => ReadAsync<uint>(group, field, count, v => v),
        TypeCode.Int64 => ReadAsync<long>(group, field, count, v => v),
        TypeCode.UInt64 => ReadAsync<ulong>(group, field, count, v => v),
        TypeCode.Single => ReadAsync<float>(group, field, count, v => v),
        TypeCode.Double => ReadAsync<double>(group, field, count, v => v),
        TypeCode.Decimal => ReadAsync<decimal>(group, field, count, v => (double)v),
        _ => throw new ArgumentException($"column {field.Name} holds no numbers", nameof(field)),
    };

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
