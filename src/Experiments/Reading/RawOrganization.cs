using System.Globalization;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>A row of a table of seats or ties, as text, with its place.</summary>
internal sealed record RawRow(Place Place, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, null where it is absent or empty.</summary>
    public string? this[string column] => Values.TryGetValue(column, out var value) && value.Trim().Length > 0 ? value.Trim() : null;

    /// <summary>A column's number; null where it is absent or empty, or after logging why it is none.</summary>
    public double? Number(string column, double min, double max, ProblemLog log, bool isWhole = false)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max && (!isWhole || number == Math.Floor(number)))
        {
            return number;
        }

        log.Add(Place, "network", string.Create(CultureInfo.InvariantCulture, $"{column} is \"{text}\"; allowed is {(isWhole ? "a whole number" : "a number")} from {min} to {max}"));
        return null;
    }
}

/// <summary>An organization's tables before they are checked.</summary>
internal sealed record RawOrganization(IReadOnlyList<RawRow> Seats, IReadOnlyList<RawRow> Ties)
{
    /// <summary>Columns of seats.</summary>
    public static readonly IReadOnlyList<string> SeatColumns = ["id", "site", "level", "authority", "experience", "founder"];

    /// <summary>Columns of ties.</summary>
    public static readonly IReadOnlyList<string> TieColumns = ["source", "target", "trust"];

    /// <summary>Reads a CSV table; null after logging why it is none.</summary>
    public static IReadOnlyList<RawRow>? ReadCsv(string file, string text, IReadOnlyList<string> columns, int required, ProblemLog log)
    {
        List<CsvRow> rows;
        try
        {
            rows = [.. CsvRows.Read(text.TrimStart('\uFEFF'))];
        }
        catch (FormatException error)
        {
            log.Add(new Place(file, 1, 1), "network", error.Message);
            return null;
        }

        if (rows.Count == 0)
        {
            log.Add(new Place(file, 1, 1), "network", $"{file} is empty; its first line names the columns: {string.Join(", ", columns)}");
            return null;
        }

        List<string> header = [.. rows[0].Fields.Select(f => f.Trim())];
        if (!CheckHeader(file, header, columns, required, log))
        {
            return null;
        }

        var result = new List<RawRow>();
        foreach (var row in rows.Skip(1))
        {
            var place = new Place(file, row.Line, 1);
            if (row.Fields.Count != header.Count)
            {
                log.Add(place, "network", $"{row.Fields.Count} fields; the first line names {header.Count} columns");
                continue;
            }

            result.Add(new RawRow(place, header.Zip(row.Fields).ToDictionary(x => x.First, x => x.Second)));
        }

        return result;
    }

    private static bool CheckHeader(string file, List<string> header, IReadOnlyList<string> columns, int required, ProblemLog log)
    {
        var place = new Place(file, 1, 1);
        var problems = 0;
        foreach (var name in header.Where(h => !columns.Contains(h)))
        {
            log.Add(place, "network", $"unknown column \"{name}\"; allowed: {string.Join(", ", columns)}", Spelling.Nearest(name, columns));
            problems++;
        }

        foreach (var name in header.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            log.Add(place, "network", $"column \"{name}\" stands twice");
            problems++;
        }

        foreach (var name in columns.Take(required).Where(c => !header.Contains(c)))
        {
            log.Add(place, "network", $"the column \"{name}\" is missing");
            problems++;
        }

        return problems == 0;
    }
}
