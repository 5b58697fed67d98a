using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the ties of a real organization.</summary>
internal sealed class TieReader(ProblemLog log)
{
    /// <summary>The ties, after logging those that cannot be.</summary>
    public List<StatedTie> Read(RawOrganization raw, Dictionary<string, int> seatOf)
    {
        var ties = new List<StatedTie>();
        var lines = new Dictionary<(int, int), int>();
        foreach (var row in raw.Ties)
        {
            var (source, target) = (SeatNamed(row, "source", seatOf), SeatNamed(row, "target", seatOf));
            var trust = row.Number("trust", 0, 1, log);
            if (source < 0 || target < 0)
            {
                continue;
            }

            if (source == target)
            {
                log.Add(row.Place, "network", $"\"{row["source"]}\" is tied to itself");
            }
            else if (!(row.IsDirected ?? raw.IsDirected) && lines.TryGetValue((target, source), out var turned))
            {
                log.Add(row.Place, "network", $"duplicate tie between \"{row["source"]}\" and \"{row["target"]}\", which is undirected; it stands in line {turned} already");
            }
            else if (!lines.TryAdd((source, target), row.Place.Line))
            {
                log.Add(row.Place, "network", $"duplicate tie from \"{row["source"]}\" to \"{row["target"]}\"; it stands in line {lines[(source, target)]} already");
            }
            else
            {
                ties.Add(new StatedTie(source, target, trust));
            }
        }

        return ties;
    }

    /// <summary>Logs the first seat that cannot be reached from the first one.</summary>
    public void CheckConnected(RawOrganization raw, List<StatedTie> ties, Place place)
    {
        var neighbours = ties.SelectMany(t => new[] { (t.Source, t.Target), (Source: t.Target, Target: t.Source) }).ToLookup(t => t.Source, t => t.Target);
        var reached = new HashSet<int> { 0 };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var seat))
        {
            foreach (var next in neighbours[seat].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        if (reached.Count < raw.Seats.Count)
        {
            var apart = raw.Seats[Enumerable.Range(0, raw.Seats.Count).First(s => !reached.Contains(s))];
            log.Add(
                apart.Place.Line > 0 ? apart.Place : place,
                "network",
                $"the network is not connected: {raw.Seats.Count - reached.Count} of {raw.Seats.Count} seats cannot be reached from \"{raw.Seats[0]["id"]}\", the first of them \"{apart["id"]}\"");
        }
    }

    private int SeatNamed(RawRow row, string column, Dictionary<string, int> seatOf)
    {
        if (row[column] is { } id && seatOf.TryGetValue(id, out var seat))
        {
            return seat;
        }

        log.Add(row.Place, "network", row[column] is { } unknown ? $"{column} \"{unknown}\" is not the id of a seat" : $"a tie without a {column}", Spelling.Nearest(row[column] ?? "", seatOf.Keys));
        return -1;
    }
}
