using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>
/// A table as text in aligned columns, plain enough to be piped on. Where a terminal is narrower than the table, columns are stacked:
/// those that fit first, the others below, each time with the labels of the rows. A text that is wider than the terminal is broken between words.
/// </summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int NarrowestColumn = 24;

    /// <summary>Lays a table out for standard output: as wide as the terminal, or as it needs where output is piped.</summary>
    public static string OnTerminal(ResultTable table, int mostRows = int.MaxValue) => Of(table, TerminalWidth.Now, mostRows);

    /// <summary>Lays a table out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Most characters a line; null: any number, as where output is piped.</param>
    /// <param name="mostRows">Most rows; of a longer table the first are shown, and the last line says how many are left out.</param>
    public static string Of(ResultTable table, int? width = null, int mostRows = int.MaxValue)
    {
        var shown = table.Columns.Select((column, i) => (column, i)).Where(c => !c.column.IsDetail).ToArray();
        string[] headings = [.. shown.Select(c => CellText.HeadingOf(c.column))];
        string[][] rows = [.. table.Rows.Take(mostRows).Select(row => shown.Select(c => CellText.Of(c.column, row[c.i])).ToArray())];
        var text = Layout(headings, rows, shown.Count(c => c.column.IsLabel), width);
        var rest = table.Count - rows.Length;
        return rest > 0 ? text + Invariant($"… {rest} more {(rest == 1 ? "row" : "rows")}{Environment.NewLine}") : text;
    }

    private static string Layout(string[] headings, string[][] rows, int labels, int? width)
    {
        int[] widest = [.. headings.Select((_, c) => rows.Select(r => r[c].Length).DefaultIfEmpty(0).Max())];
        string[][] headers = [.. headings.Select((h, c) => width is null ? [h] : Wrapped(h, Math.Max(widest[c], LongestWord(h))))];
        int[] most = [
            .. widest.Select(
                (w, c) => width is null || c < labels ? w : Math.Max(NarrowestColumn, width.Value - (widest[..labels].Sum() + (labels * Gap.Length))))];
        string[][][] cells = [.. rows.Select(row => row.Select((cell, c) => cell.Length <= most[c] ? [cell] : Wrapped(cell, most[c])).ToArray())];
        int[] widths = [.. headings.Select((_, c) => headers[c].Concat(cells.SelectMany(row => row[c])).Max(line => line.Length))];
        var text = new StringBuilder();
        foreach (var block in Blocks(widths, labels, width))
        {
            text.Append(text.Length > 0 ? Environment.NewLine : "");
            foreach (var row in cells.Prepend(headers))
            {
                AppendRow(text, block, widths, row);
            }
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, List<int> columns, int[] widths, string[][] cells)
    {
        var height = columns.Max(c => cells[c].Length);
        for (var line = 0; line < height; line++)
        {
            text.AppendLine(string.Join(Gap, columns.Select(c => (line < cells[c].Length ? cells[c][line] : "").PadRight(widths[c]))).TrimEnd());
        }
    }

    private static IEnumerable<List<int>> Blocks(int[] widths, int labels, int? width)
    {
        List<int> block = [.. Enumerable.Range(0, labels)];
        var start = block.Sum(c => widths[c] + Gap.Length);
        var used = start;
        for (var c = labels; c < widths.Length; c++)
        {
            if (block.Count > labels && used + widths[c] > (width ?? int.MaxValue))
            {
                yield return block;
                (block, used) = ([.. Enumerable.Range(0, labels)], start);
            }

            block.Add(c);
            used += widths[c] + Gap.Length;
        }

        yield return block;
    }

    private static int LongestWord(string text) => text.Split(' ').Max(w => w.Length);

    private static string[] Wrapped(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines];
    }
}
