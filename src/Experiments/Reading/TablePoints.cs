using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Finds the levels of the points that a table lists. An empty cell says that its factor does not apply.</summary>
/// <param name="log">Where problems go.</param>
/// <param name="place">Place of the table.</param>
/// <param name="header">Names of its columns.</param>
/// <param name="axes">Factors, those that vary together side by side.</param>
internal sealed class TablePoints(ProblemLog log, Place place, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<Factor>> axes)
{
    private const int LevelsShown = 20;
    private readonly Factor[] _factors = [.. axes.SelectMany(a => a)];
    private readonly Applicability _applicability = new([.. axes.SelectMany(a => a)]);
    private readonly Dictionary<string, int> _lines = [];

    // Numbers of columns; a factor without one follows the others of its axis.
    private readonly (Factor Factor, int Column)[][] _columns =
        [.. axes.Select(a => a.Select(f => (f, header.ToList().IndexOf(f.Path))).Where(x => x.Item2 >= 0).ToArray())];

    /// <summary>The index of the level of each axis; null after logging what is wrong.</summary>
    public int[]? Read(CsvRow row)
    {
        int?[] found = [.. _columns.Select(columns => IndexOf(columns, row))];
        if (found.Any(index => index is null) || !IsApplicable(found, row))
        {
            return null;
        }

        int[] point = [.. found.Select(index => index!.Value)];
        var text = string.Join(',', point);
        if (_lines.TryAdd(text, row.Line))
        {
            return point;
        }

        log.Add(place with { Line = row.Line }, "design", $"this design point stands in line {_lines[text]} already; for more runs of it raise replicates");
        return null;
    }

    private int? IndexOf((Factor Factor, int Column)[] columns, CsvRow row)
    {
        string[] cells = [.. columns.Select(c => PointTableReader.Plain(row.Fields[c.Column]))];
        if (cells.All(c => c.Length == 0))
        {
            return PointTable.Empty;
        }

        var levels = Enumerable.Range(0, columns[0].Factor.Levels.Count);
        var at = levels.FirstOrDefault(k => columns.Zip(cells).All(x => Spelled.Of(x.First.Factor.Levels[k].Value) == x.Second), PointTable.Empty);
        if (at != PointTable.Empty)
        {
            return at;
        }

        var bad = Array.FindIndex(columns, c => c.Factor.Levels.All(l => Spelled.Of(l.Value) != cells[Array.IndexOf(columns, c)]));
        string[] names = [.. columns[Math.Max(0, bad)].Factor.Levels.Select(l => Spelled.Of(l.Value))];
        log.Add(
            place with { Line = row.Line },
            "design",
            bad < 0 ? $"{string.Join(", ", columns.Zip(cells).Select(x => $"{x.First.Factor.Path} {x.Second}"))} do not stand together: zip pairs the levels in their order"
                : $"\"{cells[bad]}\" is not a level of {columns[bad].Factor.Path}; allowed: {string.Join(", ", names.Take(LevelsShown))}{(names.Length > LevelsShown ? ", …" : "")}",
            bad < 0 ? null : Spelling.Nearest(cells[bad], names));
        return null;
    }

    // A cell is empty where its factor does not apply, and only there.
    private bool IsApplicable(int?[] found, CsvRow row)
    {
        FactorLevel?[] point = [.. axes.SelectMany((a, k) => a.Select(f => found[k] is { } at and >= 0 ? f.Levels[at] : null))];
        var isSound = true;
        foreach (var (k, factor) in _factors.Index().Where(f => _columns.Any(c => c.Any(x => x.Factor == f.Item))))
        {
            if (_applicability.Applies(k, point) == point[k] is not null || (point[k] is null && !_applicability.IsFree(k)))
            {
                continue;
            }

            isSound = false;
            log.Add(place with { Line = row.Line }, "design", point[k] is { } level
                ? $"{factor.Path} is {Spelled.Of(level.Value)}, and applies only when {Words(factor)}; leave the cell empty"
                : $"{factor.Path} is empty; {(factor.When.Count == 0 ? "give a value, or say where it applies, as in when: {policy: [...]}" : $"it applies when {Words(factor)}: give one of its levels")}");
        }

        return isSound;
    }

    private static string Words(Factor factor) =>
        string.Join(" and ", factor.When.Select(c => $"{c.Path} is {string.Join(" or ", c.Values.Select(Spelled.Of))}"));
}
