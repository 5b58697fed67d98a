namespace LeadershipSim.Runner.Tables;

/// <summary>A table of the report.</summary>
/// <param name="Caption">What it shows, and where its numbers stand as a file.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, as they are shown.</param>
/// <param name="LabelColumns">How many columns from the left are labels; the others are numbers.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int LabelColumns);
