using System.Globalization;
using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>A row of a table of seats or ties, as text, with its place.</summary>
internal sealed record RawRow(Place Place, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>For a tie, whether it leads one way; null: as the file has it.</summary>
    public bool? IsDirected { get; init; }

    /// <summary>The value of a column, null where it is absent or empty.</summary>
    public string? this[string column] => Values.TryGetValue(column, out var value) && value.Trim().Length > 0 ? value.Trim() : null;

    /// <summary>A column's number; null where it is absent or empty, or after logging why it is not valid.</summary>
    public double? Number(string column, double min, double max, ProblemLog log, bool isWhole = false)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= min && number <= max && (!isWhole || number == Math.Floor(number)))
        {
            return number;
        }

        log.Add(Place, "network", Invariant($"{column} is \"{text}\"; allowed is {(isWhole ? "a whole number" : "a number")} from {min} to {max}"));
        return null;
    }
}

/// <summary>An organization's tables before they are checked.</summary>
/// <param name="Seats">The seats.</param>
/// <param name="Ties">The ties.</param>
/// <param name="IsDirected">Whether ties lead one way, if they do not say themselves.</param>
internal sealed record RawOrganization(IReadOnlyList<RawRow> Seats, IReadOnlyList<RawRow> Ties, bool IsDirected)
{
    /// <summary>Columns of seats.</summary>
    public static readonly IReadOnlyList<string> SeatColumns = ["id", "label", "name", "level", "authority", "experience", "founder", "site"];

    /// <summary>Columns of ties.</summary>
    public static readonly IReadOnlyList<string> TieColumns = ["source", "target", "trust"];

    /// <summary>The tables of a network file.</summary>
    public static RawOrganization Of(NetworkFile network, DataNames names, ProblemLog log) =>
        new(names.Named(network.Nodes, SeatColumns, "seats", log), names.Named(network.Ties, TieColumns, "ties", log), network.IsDirected);

    /// <summary>Reads a table as text; null after logging why it is not valid.</summary>
    public static IReadOnlyList<RawRow>? ReadCsv(string file, string text, DataNames names, bool ofSeats, ProblemLog log)
    {
        var columns = ofSeats ? SeatColumns : TieColumns;
        List<CsvRow> rows;
        try
        {
            rows = DelimitedTable.Rows(text, new());
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

        List<string> theirs = [.. rows[0].Fields.Select(f => f.Trim())], header = [.. theirs.Select(names.Of)];
        if (!CheckHeader(file, theirs, header, names, ofSeats, log))
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

            var values = header.Index().Where(h => columns.Contains(h.Item) && row.Value(h.Index) is not null);
            result.Add(new RawRow(place, values.ToDictionary(h => h.Item, h => row.Fields[h.Index])));
        }

        return result;
    }

    private static bool CheckHeader(string file, List<string> theirs, List<string> header, DataNames names, bool ofSeats, ProblemLog log)
    {
        var (place, before, columns) = (new Place(file, 1, 1), log.Count, ofSeats ? SeatColumns : TieColumns);
        foreach (var name in theirs.Where(t => !columns.Contains(names.Of(t)) && !names.IsUnused(t)))
        {
            var unknown = DataNames.Unknown(name, columns, ofSeats ? "seats" : "ties");
            log.Add(place, "network", $"unknown column \"{name}\": {unknown}", Spelling.Nearest(name, columns));
        }

        foreach (var name in header.GroupBy(h => h).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            log.Add(place, "network", $"column \"{name}\" stands twice");
        }

        foreach (var name in columns.Take(ofSeats ? 1 : 2).Where(c => !header.Contains(c)))
        {
            log.Add(place, "network", $"the column \"{name}\" is missing; if the file has another name for it, say so, as in columns: {{{name}: {theirs[0]}}}");
        }

        return log.Count == before;
    }
}
