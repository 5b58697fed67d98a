using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>A table of values, written as comma-separated text (RFC 4180, one header row, shortest round-trip numbers).</summary>
internal sealed class CsvTable(params string[] columns)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>The same table of results, for a figure that draws it.</summary>
    public static CsvTable Of(ResultTable table)
    {
        var copy = new CsvTable([.. table.Columns.SelectMany(c => c.FileNames)]);
        foreach (var row in table.Rows)
        {
            copy.Add([.. row]);
        }

        return copy;
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The rows; a value that does not exist is null.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows => _rows;

    /// <summary>Appends a row.</summary>
    /// <exception cref="ArgumentException">The row has another number of values than the table has columns.</exception>
    public void Add(params object?[] values)
    {
        if (values.Length != columns.Length)
        {
            throw new ArgumentException(
                $"The row has {values.Length} values; the table has {columns.Length} columns: {string.Join(", ", columns)}.", nameof(values));
        }

        _rows.Add(values);
    }

    /// <summary>The value as it stands in the table: empty if it does not exist.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        double number when double.IsNaN(number) => "",
        bool flag => flag ? "1" : "0",
        IFormattable formattable => Invariant($"{formattable}"),
        _ => value.ToString() ?? "",
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        AppendRow(text, columns);
        foreach (var row in _rows)
        {
            AppendRow(text, row.Select(Text));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> values) =>
        text.AppendJoin(',', values.Select(Quoted)).Append('\n');

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
