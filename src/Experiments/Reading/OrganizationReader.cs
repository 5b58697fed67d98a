using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads a real organization from tables or network files, reporting every defect with its line.</summary>
internal sealed class OrganizationReader(ProblemLog log)
{
    /// <summary>The network with what its files say; null after logging why not.</summary>
    /// <param name="network">Names the files; paths start at the folder of the file that names them.</param>
    /// <param name="place">Where it is named.</param>
    public FileNetwork? Read(FileNetwork network, Place place)
    {
        var before = log.Count;
        var isGraph = NetworkFile.Is(network.Nodes);
        if (network.Nodes.Length == 0 || (!isGraph && network.Edges.Length == 0))
        {
            log.Add(place, "network", "a network of kind file needs nodes and edges (CSV files), or nodes alone (a file .graphml, .gexf, .gml or .net)");
            return null;
        }

        var sources = new Dictionary<string, string>();
        var raw = isGraph ? ReadGraph(network, place, sources) : ReadTables(network, place, sources);
        if (raw is null || log.Count > before)
        {
            return null;
        }

        var data = Check(raw, place, sources);
        return log.Count > before ? null : network with { Data = data };
    }

    private RawOrganization? ReadGraph(FileNetwork network, Place place, Dictionary<string, string> sources) =>
        Text(network.Nodes, place, sources) is ({ } file, { } text) && NetworkFile.Parse(file, text, log) is { } read
            ? RawOrganization.Of(read, new DataNames(network), log)
            : null;

    private RawOrganization? ReadTables(FileNetwork network, Place place, Dictionary<string, string> sources)
    {
        var names = new DataNames(network);
        var seats = Text(network.Nodes, place, sources) is ({ } nodes, { } nodesText)
            ? RawOrganization.ReadCsv(nodes, nodesText, names, ofSeats: true, log)
            : null;
        var ties = Text(network.Edges, place, sources) is ({ } edges, { } edgesText)
            ? RawOrganization.ReadCsv(edges, edgesText, names, ofSeats: false, log)
            : null;
        return seats is null || ties is null ? null : new RawOrganization(seats, ties, IsDirected: true);
    }

    private (string? File, string? Text) Text(string name, Place place, Dictionary<string, string> sources)
    {
        var file = Path.Combine(place.Folder, name);
        var text = TextFile.ReadTable(file, log, NetworkFile.IsXml(file));
        if (text is not null)
        {
            sources[name] = text;
        }

        return (file, text);
    }

    private OrganizationData? Check(RawOrganization raw, Place place, Dictionary<string, string> sources)
    {
        if (raw.Seats.Count == 0)
        {
            log.Add(place, "network", "the organization has no seats");
            return null;
        }

        var seatOf = new Dictionary<string, int>();
        foreach (var row in raw.Seats)
        {
            if (row["id"] is not { } id)
            {
                log.Add(row.Place, "network", "a seat without an id");
            }
            else if (!seatOf.TryAdd(id, seatOf.Count))
            {
                log.Add(row.Place, "network", $"duplicate id \"{id}\"; it stands in line {raw.Seats[seatOf[id]].Place.Line} already");
            }
            else if (Csv.IsFormula(id) || Csv.IsFormula(row["label"] ?? ""))
            {
                log.Add(row.Place, "network", $"\"{row["label"] ?? id}\" is a name that a spreadsheet takes for a formula; allowed are names that do not start with =, +, - or @");
            }
        }

        var sites = raw.Seats.Select(s => s["site"] ?? "").Distinct().ToList();
        var authority = ReadAuthority(raw, place);
        var ties = new TieReader(log).Read(raw, seatOf);
        if (seatOf.Count == raw.Seats.Count)
        {
            new TieReader(log).CheckConnected(raw, ties, place);
        }

        return new OrganizationData
        {
            Ids = [.. raw.Seats.Select(s => s["id"] ?? "")],
            Names = NamesOf(raw.Seats),
            Notes = raw.IsDirected || raw.Ties.Any(t => t.IsDirected == true) ? [OneWay(ties)] : [],
            Site = [.. raw.Seats.Select(s => sites.IndexOf(s["site"] ?? ""))],
            Level = [.. raw.Seats.Select(s => (int)(s.Number("level", 0, SeatPlan.Levels - 1, log, isWhole: true) ?? SeatPlan.MemberLevel))],
            Authority = authority,
            Experience = [.. raw.Seats.Select(s => s.Number("experience", 0, 1, log))],
            Founder = [.. raw.Seats.Select(Founder)],
            Ties = ties,
            Sources = sources,
        };
    }

    // Labels that are alike, or missing, name nobody.
    private static string[] NamesOf(IReadOnlyList<RawRow> seats)
    {
        string[] labels = [.. seats.Select(s => s["label"] ?? s["name"] ?? "")];
        return labels.All(l => l.Length > 0) && labels.Distinct().Count() == labels.Length ? labels : [.. seats.Select(s => s["id"] ?? "")];
    }

    private static string OneWay(List<StatedTie> ties)
    {
        var stated = ties.Select(t => (t.Source, t.Target)).ToHashSet();
        var single = ties.Count(t => !stated.Contains((t.Target, t.Source)));
        return Invariant(
            $"Ties are directed: the source trusts the target. {single} of {ties.Count} are stated one way only; they hold both ways, with the same trust.");
    }

    // Shares of what the column sums to; where it is left out, the policy's founding allocation holds.
    private double[]? ReadAuthority(RawOrganization raw, Place place)
    {
        if (raw.Seats.All(s => s["authority"] is null))
        {
            if (raw.Seats.All(s => s["level"] is null))
            {
                log.Add(place, "network", "nobody has authority: give the seats a column authority, or a column level with 0 for the director and 1 for coordinators");
            }

            return null;
        }

        double[] authority = [.. raw.Seats.Select(s => s.Number("authority", 0, 1e12, log) ?? 0)];
        var total = authority.Sum();
        if (total <= 0)
        {
            log.Add(raw.Seats[0].Place, "network", "nobody has authority: the column authority sums to 0");
            return null;
        }

        return [.. authority.Select(a => a / total)];
    }

    private bool? Founder(RawRow row)
    {
        switch (row["founder"])
        {
            case null:
                return null;
            case "1" or "true" or "True" or "TRUE":
                return true;
            case "0" or "false" or "False" or "FALSE":
                return false;
            default:
                log.Add(row.Place, "network", $"founder is \"{row["founder"]}\"; allowed: true, false, 1, 0");
                return null;
        }
    }
}
