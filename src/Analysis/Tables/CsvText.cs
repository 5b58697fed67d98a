using System.Globalization;

namespace LeadershipSim.Analysis.Tables;

/// <summary>A table as comma-separated text (RFC 4180 with line feeds): a header row, numbers with every digit, nothing where a value does not exist.</summary>
public static class CsvText
{
    /// <summary>The table.</summary>
    public static string Of(ResultTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(table, text);
        return text.ToString();
    }

    /// <summary>Writes the table row by row.</summary>
    public static void Write(ResultTable table, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        WriteRow(output, FileCells.Names(table));
        foreach (var row in table.Rows)
        {
            WriteRow(output, FileCells.Of(table, row).Select(Text));
        }
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells) => output.Write(string.Join(',', cells.Select(Quoted)) + "\n");

    private static string Text(object? value) => value switch
    {
        null => "",
        double number when !double.IsFinite(number) => "",
        bool flag => flag ? "true" : "false",
        IFormattable formattable => Invariant($"{formattable}"),
        _ => value.ToString() ?? "",
    };

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
