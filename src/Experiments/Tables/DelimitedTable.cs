
namespace LeadershipSim.Experiments.Tables;

/// <summary>Reads a table whose first row names its columns from text.</summary>
internal static class DelimitedTable
{
    // In the order of preference between separators that give as many columns.
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Rows of a text, with the separator that is given or found; the first names columns.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">What is known of it.</param>
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static List<CsvRow> Rows(string text, TableFormat format) => [.. CsvRows.Read(text, SeparatorOf(text, format), format.Comment)];

    /// <summary>Checks that a header names each column once, and that every row has as many fields.</summary>
    /// <exception cref="DataException">It does not.</exception>
    public static string[] Header(string path, List<CsvRow> rows, TableFormat format)
    {
        if (rows.Count < 2)
        {
            throw new DataException($"{path} has no rows; write names of columns in the first line and one row of values or more below{Hint(rows, format)}");
        }

        string[] columns = [.. rows[0].Fields.Select(f => f.Trim())];
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            var places = columns.Index().Where(c => c.Item == twice.Key).Select(c => Invariant($"{(c.Index + 1)}"));
            var what = twice.Key.Length > 0 ? $"the column \"{twice.Key}\" is named twice" : $"columns {string.Join(" and ", places)} have no name";
            throw new DataException(Invariant($"{path}:{rows[0].Line}: {what}; name each column once"));
        }

        return rows.Find(r => r.Fields.Count != columns.Length) is { Fields: not null } odd
            ? throw new DataException(Invariant($"{path}:{odd.Line}: the row has {odd.Fields.Count} fields; the first line names {columns.Length} columns{Hint(rows, format)}"))
            : columns;
    }

    // What a first line of another shape than the rest is most often.
    private static string Hint(List<CsvRow> rows, TableFormat format) =>
        rows.Count > 0 && format.Comment is null && rows[0].Fields[0] is { Length: > 0 } first && first[0] is '#' or '%' or '!'
            ? $". The first line starts with {first[0]}: if it is a comment, say --comment \"{first[0]}\""
        : rows.Count > 1 && format.Separator is null && rows[0].Fields.Count == 1 ? ". If the columns are separated by something else than a comma, semicolon, tab or bar, say --separator"
        : "";

    private static char SeparatorOf(string text, TableFormat format) =>
        format.Separator ?? Separators.Where(s => s != format.Decimal).MaxBy(s => Width(text, s, format.Comment));

    // Fields of the first row, if this were the separator: separators in quoted names part nothing.
    private static int Width(string text, char separator, string? comment) => CsvRows.Read(text, separator, comment).Take(1).Sum(row => row.Fields.Count);
}
