namespace LeadershipSim.Analysis.Tables;

/// <summary>A table as JSON: title, method, columns with units, and its rows by the names of its columns.</summary>
public static class TableJson
{
    /// <summary>The table as one document.</summary>
    public static string Of(ResultTable table) => JsonText.Of(Document(table)) + "\n";

    /// <summary>The table as a part of a document.</summary>
    public static object Document(ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new
        {
            table.Name,
            table.Title,
            table.Method,
            Columns = table.Columns.Select(c => new { c.Name, c.Heading, c.Unit, Fields = c.FileNames }),
            Rows = Records(table),
        };
    }

    /// <summary>The rows by the names of the columns.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object?>> Records(ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] names = [.. FileCells.Names(table)];
        return table.Rows.Select(row => names.Zip(FileCells.Of(table, row)).ToDictionary(x => x.First, x => x.Second));
    }
}
