namespace LeadershipSim.Experiments.Storing;

/// <summary>A table of runs as comma-separated values.</summary>
internal sealed class TextRows : IRowWriter
{
    // RFC 4180 wants both characters at a line's end.
    public const string LineEnd = "\r\n";

    private readonly StreamWriter _text;
    private readonly Func<RunRow, string?> _line;

    /// <summary>Starts the table with its header.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="line">The line of a run; null: it has none.</param>
    public TextRows(Stream stream, string header, Func<RunRow, string?> line)
    {
        (_text, _line) = (new StreamWriter(stream, leaveOpen: true) { NewLine = LineEnd }, line);
        _text.WriteLine(header);
    }

    public void Write(IReadOnlyList<RunRow> rows)
    {
        foreach (var line in rows.Select(_line).OfType<string>())
        {
            _text.WriteLine(line);
        }
    }

    public void Dispose() => _text.Dispose();
}
