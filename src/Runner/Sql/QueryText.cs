using System.Collections;
using System.Data.Common;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Sql;

/// <summary>Writes the answer to a query as text.</summary>
internal static class QueryText
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="reader">The answer.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="width">Most characters of a line of a table of aligned columns; null: any number.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Write(DbDataReader reader, QueryFormat format, int? width, TextWriter output, CancellationToken cancellation)
    {
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        switch (format)
        {
            case QueryFormat.Csv:
                WriteCsv(reader, columns, output, cancellation);
                break;
            case QueryFormat.Json:
                WriteJson(reader, columns, output, cancellation);
                break;
            case QueryFormat.Markdown:
                output.Write(MarkdownTable.Of(TableOf(reader, columns, cancellation)));
                break;
            case QueryFormat.Latex:
                output.Write(LatexTable.Of(TableOf(reader, columns, cancellation)));
                break;
            default:
                output.Write(TextTable.Of(TableOf(reader, columns, cancellation), width));
                break;
        }
    }

    private static bool Read(DbDataReader reader, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return reader.Read();
    }

    private static void WriteCsv(DbDataReader reader, string[] columns, TextWriter output, CancellationToken cancellation)
    {
        const string LineEnd = "\n";
        output.Write(string.Join(',', columns.Select(Csv.Quote)) + LineEnd);
        while (Read(reader, cancellation))
        {
            output.Write(string.Join(',', Values(reader).Select(v => Csv.Quote(TextOf(v)))) + LineEnd);
        }
    }

    private static void WriteJson(DbDataReader reader, string[] columns, TextWriter output, CancellationToken cancellation)
    {
        var separator = "[\n  ";
        while (Read(reader, cancellation))
        {
            output.Write(separator);
            output.Write("{" + string.Join(", ", Values(reader).Select((v, k) => $"{JsonSerializer.Serialize(columns[k], Json)}: {JsonOf(v)}")) + "}");
            separator = ",\n  ";
        }

        output.Write(separator[0] == '[' ? "[]\n" : "\n]\n");
    }

    // Cells are spelled as in CSV: the program cannot know how many digits of an answer are significant. A first column of words names the rows.
    private static ResultTable TableOf(DbDataReader reader, string[] columns, CancellationToken cancellation)
    {
        TableColumn[] typed = [
            .. columns.Select(
                (name, k) =>
                    IsNumber(reader.GetFieldType(k)) ? new TableColumn(name, name) : k == 0 ? TableColumn.Label(name, name) : TableColumn.Words(name, name))];
        var rows = new List<object?[]>();
        while (Read(reader, cancellation))
        {
            rows.Add([.. Values(reader).Select(TextOf)]);
        }

        return new ResultTable("query", "", "", typed, rows);
    }

    private static bool IsNumber(Type type) => type == typeof(BigInteger) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static IEnumerable<object?> Values(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(k => reader.IsDBNull(k) ? null : reader.GetValue(k));

    private static string TextOf(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTime time => Invariant($"{time:yyyy-MM-ddTHH:mm:ss.FFFFFFF}"),
        Stream bytes => HexadecimalOf(bytes),
        IFormattable number => Invariant($"{number}"),
        string text => text,
        IEnumerable => JsonOf(value),
        _ => value.ToString() ?? "",
    };

    private static string JsonOf(object? value) => value switch
    {
        null => "null",
        double number when !double.IsFinite(number) => "null",
        float number when !float.IsFinite(number) => "null",
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or double or float or decimal or BigInteger => TextOf(value),
        string text => JsonSerializer.Serialize(text, Json),
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().Select(k => $"{JsonSerializer.Serialize(TextOf(k), Json)}: {JsonOf(map[k])}")) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(JsonOf)) + "]",
        _ => JsonSerializer.Serialize(TextOf(value), Json),
    };

    private static string HexadecimalOf(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Convert.ToHexStringLower(copy.ToArray());
    }
}
