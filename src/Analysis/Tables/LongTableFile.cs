using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Analysis.Tables;

/// <summary>A long table as a Parquet file, written while its rows are made. Headings and units stand in the file's metadata.</summary>
public static class LongTableFile
{
    /// <summary>Writes the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    public static void Write(ResultTable table, string path)
    {
        ArgumentNullException.ThrowIfNull(table);
        LongTable.Write(path, [.. table.Columns.SelectMany(Columns)], table.Rows.Select(row => (IReadOnlyList<object?>)[.. FileCells.Of(table, row)]));
    }

    private static IEnumerable<Column> Columns(TableColumn column) => column.FileNames.Select((name, k) => new Column(
        name,
        column.IsText ? ColumnType.Text : ColumnType.Number,
        column.Unit,
        k switch { 0 => column.Heading, 1 => column.Heading + ", lower limit of the 95 % interval", _ => column.Heading + ", upper limit of the 95 % interval" }));
}
