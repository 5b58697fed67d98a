namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>A table of runs as comma-separated values.</summary>
internal sealed class TextRows : IRowWriter
{
    // RFC 4180 wants both characters at a line's end.
    public const string LineEnd = "\r\n";

    private readonly StreamWriter _text;
    private readonly Func<RunRow, bool> _has;
    private readonly Action<RunRow, TextWriter> _write;

    /// <summary>Starts the table with its header.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="has">Whether the table has a line for a run.</param>
    /// <param name="write">Writes that line, without its end.</param>
    public TextRows(Stream stream, string header, Func<RunRow, bool> has, Action<RunRow, TextWriter> write)
    {
        (_text, _has, _write) = (new StreamWriter(stream, leaveOpen: true) { NewLine = LineEnd }, has, write);
        _text.WriteLine(header);
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
