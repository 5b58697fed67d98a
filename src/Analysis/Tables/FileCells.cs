using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Tables;

/// <summary>The cells of a table as files have them: an interval in three columns, every digit of a number.</summary>
internal static class FileCells
{
    /// <summary>Names of the columns.</summary>
    public static IEnumerable<string> Names(ResultTable table) => table.Columns.SelectMany(c => c.FileNames);

    /// <summary>The cells of a row.</summary>
    public static IEnumerable<object?> Of(ResultTable table, IReadOnlyList<object?> row) => table.Columns.SelectMany((column, i) => Parts(column, row[i]));

    private static object?[] Parts(TableColumn column, object? cell) => (column.IsInterval, cell) switch
    {
        (true, Interval interval) => [interval.Estimate, interval.Lower, interval.Upper],
        (true, _) => [cell, null, null],
        _ => [cell],
    };
}
