using System.Globalization;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads design points from a CSV file. Columns that are no factors yet become factors, with the column's values as levels.</summary>
internal sealed class PointTableReader
{
    private readonly string _text;
    private readonly Place _place;
    private readonly IReadOnlyList<string> _header;
    private readonly IReadOnlyList<CsvRow> _rows;

    private PointTableReader(string text, Place place, IReadOnlyList<string> header, IReadOnlyList<CsvRow> rows) =>
        (_text, _place, _header, _rows) = (text, place, header, rows);

    /// <summary>The table; null after logging why it cannot be read. Paths start at the folder of the file that names them.</summary>
    public static PointTableReader? Read(IListedPoints design, Node node, ProblemLog log)
    {
        if (design.Path.Length == 0)
        {
            log.Add(node.Place, "design", "a design of kind file needs a path to a CSV file: its first line names factors, every other line is a design point");
            return null;
        }

        var file = Path.Combine(((node as MapNode)?["path"] ?? node).Place.Folder, design.Path);
        if (TextFile.ReadTable(file, log) is not { } text)
        {
            return null;
        }

        try
        {
            var rows = DelimitedTable.Rows(text, new());
            return Check(file, rows, log)
                ? new PointTableReader(text, new Place(file, 1, 1), [.. rows[0].Fields.Select(f => f.Trim())], [.. rows.Skip(1)])
                : null;
        }
        catch (FormatException error)
        {
            log.Add(new Place(file, 1, 1), "design", error.Message);
            return null;
        }
    }

    /// <summary>The factors of the experiment file, and a factor for every other column.</summary>
    public Node AddColumns(Node factors)
    {
        if (factors is not MapNode map)
        {
            return factors;
        }

        var columns = Enumerable.Range(0, _header.Count).Where(k => map[_header[k]] is null).Select(k => new MapEntry(_header[k], _place, LevelsOf(k)));
        return map with { Entries = [.. map.Entries, .. columns] };
    }

    /// <summary>The factors with the values of their columns as levels, where they spread over a range or a distribution: the file draws from it.</summary>
    public MapNode WithValues(MapNode factors, IReadOnlyList<Factor> read, ProblemLog log)
    {
        var spread = read.Where(f => f.Distribution is not null && _header.Contains(f.Path)).ToDictionary(f => f.Path);
        foreach (var factor in spread.Values)
        {
            var (column, from, to) = (_header.ToList().IndexOf(factor.Path), factor.Distribution!.Quantile(0), factor.Distribution.Quantile(1));
            foreach (var row in _rows.Where(
                r => double.TryParse(r.Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && (value < from || value > to)))
            {
                log.Add(_place with { Line = row.Line }, "design", $"{factor.Path} is {row.Fields[column]}; its range goes from {Spelled.Of(from)} to {Spelled.Of(to)}");
            }
        }

        return factors with { Entries = [.. factors.Entries.Select(e => spread.ContainsKey(e.Key) ? e with { Value = WithLevelsOf(e) } : e)] };
    }

    /// <summary>The design with its points; every axis needs a column, and every cell must be one of the levels.</summary>
    /// <param name="design">The design.</param>
    /// <param name="axes">Factors, those that vary together side by side.</param>
    /// <param name="log">Where problems go.</param>
    public IListedPoints Fill(IListedPoints design, IReadOnlyList<IReadOnlyList<Factor>> axes, ProblemLog log)
    {
        foreach (var factor in axes.Where(a => a.All(f => !_header.Contains(f.Path))).Select(a => a[0]))
        {
            log.Add(_place, "design", $"there is no column for the factor {factor.Path}; the first line names {string.Join(", ", _header)}", Spelling.Nearest(factor.Path, _header));
        }

        if (!log.IsEmpty)
        {
            return design;
        }

        var points = new TablePoints(log, _place, _header, axes);
        return design.With(new PointTable(_text, [.. _rows.Select(points.Read).OfType<int[]>()]));
    }

    private static bool Check(string file, List<CsvRow> rows, ProblemLog log)
    {
        if (rows.Count < 2)
        {
            log.Add(new Place(file, 1, 1), "design", $"{file} has no design points; its first line names factors, every other line is a point");
            return false;
        }

        foreach (var twin in rows[0].Fields.Select(f => f.Trim()).GroupBy(f => f).Where(g => g.Count() > 1))
        {
            log.Add(new Place(file, 1, 1), "design", $"the column \"{twin.Key}\" stands twice");
        }

        foreach (var row in rows.Where(r => r.Fields.Count != rows[0].Fields.Count))
        {
            log.Add(new Place(file, row.Line, 1), "design", $"{Counted.Of(row.Fields.Count, "field")}; the first line names {Counted.Of(rows[0].Fields.Count, "column")}");
        }

        return log.IsEmpty;
    }

    private MapNode WithLevelsOf(MapEntry factor)
    {
        var levels = LevelsOf(_header.ToList().IndexOf(factor.Key)).Entries.Where(e => e.Key != WhenReader.Key);
        return new MapNode(_place, [.. levels, .. ((MapNode)factor.Value).Entries.Where(e => e.Key == WhenReader.Key)]);
    }

    private MapNode LevelsOf(int column)
    {
        var cells = new Dictionary<string, Node>();
        foreach (var row in _rows.Where(r => Plain(r.Fields[column]).Length > 0))
        {
            var place = _place with { Line = row.Line };
            cells.TryAdd(Plain(row.Fields[column]), new ScalarNode(place, Plain(row.Fields[column]), IsQuoted: false));
        }

        return new MapNode(_place, [new MapEntry("levels", _place, new ListNode(_place, [.. cells.Values])), .. WhenOf(column)]);
    }

    // A parameter of some policies alone has empty cells under the others.
    private MapEntry[] WhenOf(int column)
    {
        var kind = _header.ToList().IndexOf(_header[column].Split('.')[0]);
        if (kind < 0 || kind == column || _rows.All(r => Plain(r.Fields[column]).Length > 0))
        {
            return [];
        }

        var levels = _rows.Where(r => Plain(r.Fields[column]).Length > 0).Select(r => Plain(r.Fields[kind])).Distinct();
        var list = new ListNode(_place, [.. levels.Select(level => new ScalarNode(_place, level, IsQuoted: false))]);
        return [new MapEntry(WhenReader.Key, _place, new MapNode(_place, [new MapEntry(_header[kind], _place, list)]))];
    }

    // A number has one spelling: 0.50 and 0.5 are the same level.
    public static string Plain(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Invariant($"{number}")
            : cell.Trim();
}
