namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>A table of expected values that the program carries with it: values under named columns, <c>#</c> before remarks.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] _columns;
    private readonly string[][] _rows;

    private ReferenceTable(IReadOnlyList<string> lines)
    {
        _columns = lines[0].Split(',');
        _rows = [.. lines.Skip(1).Select(l => l.Split(','))];
    }

    /// <summary>Rows.</summary>
    public IEnumerable<ReferenceRow> Rows => _rows.Select(r => new ReferenceRow(_columns, r));

    /// <summary>Reads a table by its file name in <c>ExactCases/Reference</c>.</summary>
    public static ReferenceTable Read(string name)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"The program carries no table {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return new([.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')]);
    }
}
