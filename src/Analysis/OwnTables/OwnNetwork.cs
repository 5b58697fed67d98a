using System.Globalization;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Experiments.GraphFiles;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>Where a researcher's own network is, and how to read it.</summary>
public sealed record NetworkQuestion
{
    /// <summary>A network file, or a table of ties.</summary>
    public required string File { get; init; }

    /// <summary>How tables are written, where it has to be said.</summary>
    public TableFormat Format { get; init; } = new();

    /// <summary>Column of the ends that ties start from.</summary>
    public string Source { get; init; } = "source";

    /// <summary>Column of the ends that ties lead to.</summary>
    public string Target { get; init; } = "target";

    /// <summary>Column, or data of ties, with weights; null: all ties are alike.</summary>
    public string? Weight { get; init; }

    /// <summary>Table of all nodes; null: those with ties.</summary>
    public string? Nodes { get; init; }

    /// <summary>Its column of nodes.</summary>
    public string Node { get; init; } = "id";

    /// <summary>Whether ties of a table lead one way; a network file says so itself.</summary>
    public bool IsDirected { get; init; }

    /// <summary>Whether ties of a node to itself are left out.</summary>
    public bool DropLoops { get; init; }
}

/// <summary>A researcher's own network.</summary>
/// <param name="Names">Names of the nodes.</param>
/// <param name="Ties">Its ties, by places in the names; an undirected tie stands once.</param>
/// <param name="IsDirected">Whether ties lead one way.</param>
/// <param name="Notes">What a reader of the measures should know.</param>
public sealed record OwnNetwork(
    IReadOnlyList<string> Names, IReadOnlyList<(int From, int To, double Weight)> Ties, bool IsDirected, IReadOnlyList<string> Notes)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="DataException">It cannot be read; the message says where and why.</exception>
    public static OwnNetwork Read(NetworkQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return NetworkFile.Is(question.File) ? OfFile(question) : OfTable(question);
    }

    private static OwnNetwork OfFile(NetworkQuestion question)
    {
        if (question.Nodes is not null)
        {
            throw new DataException($"{question.File} names its nodes itself; leave --nodes out");
        }

        var file = NetworkFile.Read(question.File);
        var ids = new Dictionary<string, int>();
        foreach (var node in file.Nodes)
        {
            var id = node["id"] ?? throw new DataException($"{Place(node)}: a node without an id");
            if (!ids.TryAdd(id, ids.Count))
            {
                throw new DataException($"{Place(node)}: the node \"{id}\" stands twice; it stands in line {file.Nodes[ids[id]].Line} already");
            }
        }

        string[] labels = [.. file.Nodes.Select(n => n["label"] ?? n["name"] ?? n["id"]!)];
        string[] names = labels.Distinct().Count() == labels.Length ? labels : [.. ids.Keys];
        var isDirected = file.Ties.Any(t => t.IsDirected ?? file.IsDirected);
        var builder = new Builder(question, names, isDirected);
        foreach (var tie in file.Ties)
        {
            var (from, to) = (EndOf(tie, "source", ids), EndOf(tie, "target", ids));
            var weight = question.Weight is null ? 1 : WeightOf(tie, question.Weight, file.Ties);
            builder.Add(from, to, weight, Place(tie), !isDirected || (tie.IsDirected ?? file.IsDirected));
        }

        return builder.Network();
    }

    private static int EndOf(NetworkRow tie, string end, Dictionary<string, int> ids)
    {
        var id = tie[end] ?? throw new DataException($"{Place(tie)}: a tie without a {end}");
        return ids.TryGetValue(id, out var place) ? place
            : throw new DataException($"{Place(tie)}: {end} \"{id}\" is not the id of a node{(Spelling.Nearest(id, ids.Keys) is { } near ? $"; did you mean \"{near}\"?" : "")}");
    }

    private static double WeightOf(NetworkRow tie, string name, IReadOnlyList<NetworkRow> ties)
    {
        if (tie[name] is { } text)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight > 0 && double.IsFinite(weight) ? weight
                : throw new DataException($"{Place(tie)}: {name} is \"{text}\"; allowed are weights above 0");
        }

        var names = ties.SelectMany(t => t.Values.Keys).Distinct().Except(["source", "target"]).ToArray();
        throw new DataException(ties.Any(t => t[name] is not null) ? $"{Place(tie)}: the tie has no {name}, and others have"
            : $"{tie.File}: ties have no data \"{name}\"; {(Spelling.Nearest(name, names) is { } near ? $"did you mean \"{near}\"? " : "")}theirs are {(names.Length == 0 ? "none" : string.Join(", ", names))}");
    }

    private static OwnNetwork OfTable(NetworkQuestion question)
    {
        var table = DataTable.Read(question.File, question.Format);
        var (from, to) = (table.Texts(question.Source), table.Texts(question.Target));
        var weights = question.Weight is { } column ? table.Numbers(column) : null;
        var all = question.Nodes is { } nodes ? AllNodes(nodes, question) : [.. from.Concat(to)];
        string[] names = [.. all.Where(n => n.Length > 0).Distinct().Order(GroupOrder.Natural)];
        var places = names.Select((name, k) => (name, k)).ToDictionary(n => n.name, n => n.k);
        var builder = new Builder(question, names, question.IsDirected);
        builder.NoteEqualNumbers();
        for (var row = 0; row < from.Length; row++)
        {
            if (from[row].Length == 0 || to[row].Length == 0)
            {
                throw new DataException($"{table.PlaceOf(row)}: the tie goes from {Shown(from[row])} to {Shown(to[row])}; allowed are two nodes. A node that is called NA stands in quotes (\"NA\")");
            }

            if (new[] { from[row], to[row] }.FirstOrDefault(n => !places.ContainsKey(n)) is { } unknown)
            {
                throw new DataException($"{table.PlaceOf(row)}: the node \"{unknown}\" is not in the table of nodes");
            }

            var weight = weights?[row] ?? 1;
            if (!(weight > 0))
            {
                throw new DataException($"{table.PlaceOf(row)}, column {question.Weight}: allowed are weights above 0");
            }

            builder.Add(places[from[row]], places[to[row]], weight, table.PlaceOf(row));
        }

        return builder.Network();
    }

    private static string[] AllNodes(string file, NetworkQuestion question)
    {
        var table = DataTable.Read(file, question.Format);
        var names = table.Texts(question.Node);
        var first = new Dictionary<string, int>();
        for (var row = 0; row < names.Length; row++)
        {
            if (names[row].Length > 0 && !first.TryAdd(names[row], row))
            {
                throw new DataException($"{table.PlaceOf(row)}: the node \"{names[row]}\" stands twice; it stands in {table.PlaceOf(first[names[row]])} already");
            }
        }

        return names;
    }

    private static string Shown(string name) => name.Length == 0 ? "a missing value" : $"\"{name}\"";

    private static string Place(NetworkRow row) => Invariant($"{row.File}:{row.Line}");

    /// <summary>Collects ties, and what is to be said of them.</summary>
    private sealed class Builder(NetworkQuestion question, string[] names, bool isDirected)
    {
        private readonly Dictionary<(int From, int To), double> _ties = [];
        private readonly List<string> _notes = [];
        private int _loops;
        private int _repeated;

        public void Add(int from, int to, double weight, string place, bool isOneWay = true)
        {
            if (from == to)
            {
                _loops += question.DropLoops ? 1
                    : throw new DataException($"{place}: the tie goes from \"{names[from]}\" to \"{names[from]}\"; allowed are two different nodes. --drop-loops leaves such ties out");
                return;
            }

            Put(isDirected ? (from, to) : (Math.Min(from, to), Math.Max(from, to)), weight);
            if (!isOneWay)
            {
                Put((to, from), weight);
            }
        }

        // Spreadsheets turn ids into numbers, and each in its own way.
        public void NoteEqualNumbers()
        {
            var numbers = names.Select(n => (Name: n, Value: double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : double.NaN))
                .Where(n => double.IsFinite(n.Value));
            foreach (var alike in numbers.GroupBy(n => n.Value).Where(g => g.Count() > 1).Take(3))
            {
                _notes.Add($"The nodes {string.Join(" and ", alike.Select(n => $"\"{n.Name}\""))} are the same number in different spelling and count as different nodes; write ids in one spelling.");
            }
        }

        public OwnNetwork Network()
        {
            if (_loops > 0)
            {
                _notes.Add(Invariant($"{_loops} {(_loops == 1 ? "tie of a node to itself is" : "ties of nodes to themselves are")} left out."));
            }

            if (_repeated > 0)
            {
                _notes.Add(Invariant($"{_repeated} {(_repeated == 1 ? "tie stands" : "ties stand")} more than once{(isDirected ? "" : ", in whichever direction,")} and count once{(question.Weight is null ? "" : ", with the sum of their weights")}."));
            }

            return names.Length > 0
                ? new(names, [.. _ties.Select(t => (t.Key.From, t.Key.To, t.Value))], isDirected, _notes)
                : throw new DataException($"{question.File} has no nodes");
        }

        private void Put((int From, int To) tie, double weight)
        {
            _repeated += _ties.TryGetValue(tie, out var before) ? 1 : 0;
            _ties[tie] = before + weight;
        }
    }
}
