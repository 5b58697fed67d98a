using System.Text;

namespace LeadershipSim.Runner.Tables;

/// <summary>Rows of text in aligned columns, plain enough to be piped on.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Lays the rows out; the first is the header.</summary>
    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => r[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join(Gap, row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
        }

        return text.ToString();
    }
}
