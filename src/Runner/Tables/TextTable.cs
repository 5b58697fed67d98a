using System.Text;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Runner.Tables;

/// <summary>
/// A table as text in aligned columns, plain enough to be piped on. Where a terminal is narrower than the table, columns are stacked:
/// those that fit first, the others below, each time with the labels of the rows.
/// </summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Lays a table out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Most characters a line; null: any number, as where output is piped.</param>
    /// <param name="mostRows">Most rows; of a longer table the first are shown, and the last line says how many are left out.</param>
    public static string Of(ResultTable table, int? width = null, int mostRows = int.MaxValue)
    {
        var shown = table.Columns.Select((column, i) => (column, i)).Where(c => !c.column.IsDetail).ToArray();
        string[][] rows = [.. table.Rows.Take(mostRows).Select(row => shown.Select(c => CellText.Of(c.column, row[c.i])).ToArray())];
        var labels = shown.Count(c => c.column.IsLabel);
        var text = Of([.. shown.Select(c => CellText.HeadingOf(c.column))], rows, labels, width);
        var rest = table.Count - rows.Length;
        return rest > 0 ? text + FormattableString.Invariant($"… {rest} more {(rest == 1 ? "row" : "rows")}{Environment.NewLine}") : text;
    }

    /// <summary>Lays rows of text out; the first is the header, its first column the label.</summary>
    public static string Of(IReadOnlyList<IReadOnlyList<string>> rows) => Of(rows[0], [.. rows.Skip(1)], labels: 1, width: null);

    private static string Of(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, int labels, int? width)
    {
        // On a terminal a long heading is broken between words, to be no wider than it has to be.
        string[][] headers =
        [
            .. headings.Select((h, c) => width is null ? [h] : Wrapped(h, Math.Max(rows.Select(r => r[c].Length).DefaultIfEmpty(0).Max(), LongestWord(h)))),
        ];
        int[] widths = [.. headings.Select((_, c) => Math.Max(headers[c].Max(l => l.Length), rows.Select(r => r[c].Length).DefaultIfEmpty(0).Max()))];
        var text = new StringBuilder();
        foreach (var block in Blocks(widths, Math.Min(labels, headings.Count), width))
        {
            text.Append(text.Length > 0 ? Environment.NewLine : "");
            var height = block.Max(c => headers[c].Length);
            for (var line = 0; line < height; line++)
            {
                AppendRow(text, block, widths, c => line < headers[c].Length ? headers[c][line] : "");
            }

            foreach (var row in rows)
            {
                AppendRow(text, block, widths, c => row[c]);
            }
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<int> columns, int[] widths, Func<int, string> cell) =>
        text.AppendLine(string.Join(Gap, columns.Select(c => cell(c).PadRight(widths[c]))).TrimEnd());

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

    private static int LongestWord(string heading) => heading.Split(' ').Max(w => w.Length);

    private static string[] Wrapped(string heading, int width)
    {
        var lines = new List<string>();
        foreach (var word in heading.Split(' '))
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
