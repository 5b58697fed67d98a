namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A table of runs as comma-separated values.</summary>
internal sealed class TextRows : IRowWriter
{
    /// <summary>What ends a line. With both characters of RFC 4180 many tools take the first one for a part of the last value.</summary>
    public const string LineEnd = "\n";

    // Older versions wrote it.
    private const string OlderLineEnd = "\r\n";

    private readonly StreamWriter _text;
    private readonly Func<RunRow, bool> _has;
    private readonly Action<RunRow, TextWriter> _write;

    /// <summary>Starts the table with its header.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="has">Whether the table has a line for a run.</param>
    /// <param name="write">Writes that line, without its end.</param>
    /// <param name="lineEnd">What ends a line.</param>
    public TextRows(Stream stream, string header, Func<RunRow, bool> has, Action<RunRow, TextWriter> write, string lineEnd)
    {
        (_text, _has, _write) = (new StreamWriter(stream, leaveOpen: true) { NewLine = lineEnd }, has, write);
        _text.WriteLine(header);
    }

    /// <summary>What ends the lines of the table at a place; without a table, what this version writes.</summary>
    /// <param name="path">The file.</param>
    public static string LineEndOf(string path)
    {
        if (!File.Exists(path))
        {
            return LineEnd;
        }

        using var text = new StreamReader(path);
        for (int letter, before = 0; (letter = text.Read()) >= 0; before = letter)
        {
            if (letter == '\n')
            {
                return before == '\r' ? OlderLineEnd : LineEnd;
            }
        }

        return LineEnd;
    }

    public void Write(IReadOnlyList<RunRow> rows)
    {
        foreach (var row in rows.Where(_has))
        {
            _write(row, _text);
            _text.WriteLine();
        }
    }

    public void Dispose() => _text.Dispose();
}
