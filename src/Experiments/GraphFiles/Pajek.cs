using System.Globalization;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>Reads Pajek's networks (*Vertices, *Arcs, *Edges and their lists) as Pajek, Gephi, networkx and igraph write them.</summary>
internal sealed class Pajek
{
    private const int MostVertices = 10_000_000;
    private readonly string _file;
    private readonly ProblemLog _log;
    private readonly Dictionary<string, NetworkRow> _named = [];
    private readonly List<NetworkRow> _ties = [];
    private int _count = -1;
    private string _section = "";
    private int _line;

    private Pajek(string file, ProblemLog log) => (_file, _log) = (file, log);

    public static NetworkFile? Read(string file, string text, ProblemLog log)
    {
        var parser = new Pajek(file, log);
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            parser._line++;
            if (line.Trim() is { Length: > 0 } content && content[0] != '%')
            {
                parser.Take(content);
            }
        }

        if (parser._count < 0)
        {
            log.Add(new Place(file, 1, 1), "network", "this is not a Pajek network: it has no line *Vertices with the number of nodes");
            return null;
        }

        // Nodes that are not listed are known by their numbers.
        var nodes = Enumerable.Range(1, parser._count).Select(k => Invariant($"{k}"))
            .Select(id => parser._named.TryGetValue(id, out var row) ? row : new NetworkRow(file, 1, 1, new Dictionary<string, string> { ["id"] = id }));
        return new NetworkFile(parser._ties.Any(t => t.IsDirected == true), [.. nodes], parser._ties);
    }

    private void Take(string line)
    {
        var words = Words(line);
        if (line[0] == '*')
        {
            Section(words);
            return;
        }

        switch (_section)
        {
            case "*VERTICES":
                Vertex(words);
                break;
            case "*ARCS" or "*EDGES" when words.Count >= 2:
                Tie(words[0], words[1], words.Count > 2 ? words[2] : null);
                break;
            case "*ARCSLIST" or "*EDGESLIST" when words.Count >= 2:
                words.Skip(1).ToList().ForEach(target => Tie(words[0], target, null));
                break;
            default:
                Problem($"found \"{line[..Math.Min(40, line.Length)]}\"; allowed in {(_section.Length == 0 ? "the head of the file" : _section)} are {(_section.Length == 0 ? "lines that start with *" : "two nodes and perhaps a weight")}");
                break;
        }
    }

    private void Section(List<string> words)
    {
        _section = words[0].ToUpperInvariant();
        if (_section == "*VERTICES")
        {
            if (_count >= 0)
            {
                Problem("a second network starts here; a file holds one");
            }
            else if (words.Count < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out _count) || _count > MostVertices)
            {
                Problem($"*Vertices is followed by \"{string.Join(' ', words.Skip(1))}\"; allowed is the number of nodes, up to {MostVertices}");
                _count = 0;
            }
        }
        else if (_section is not ("*NETWORK" or "*ARCS" or "*EDGES" or "*ARCSLIST" or "*EDGESLIST"))
        {
            Problem($"{words[0]} is not supported; allowed are *Vertices, *Arcs, *Edges, *Arcslist and *Edgeslist");
        }
    }

    private void Vertex(List<string> words)
    {
        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > _count)
        {
            Problem($"\"{words[0]}\" is not the number of a node; allowed are 1 to {_count}");
            return;
        }

        var values = new Dictionary<string, string> { ["id"] = Invariant($"{number}") };
        if (words.Count > 1)
        {
            values["label"] = words[1];
        }

        if (!_named.TryAdd(values["id"], new NetworkRow(_file, _line, 1, values)))
        {
            Problem($"node {number} stands twice; it stands in line {_named[values["id"]].Line} already");
        }
    }

    private void Tie(string source, string target, string? weight)
    {
        var values = new Dictionary<string, string> { ["source"] = source, ["target"] = target };
        if (weight is not null)
        {
            values["weight"] = weight;
        }

        _ties.Add(new NetworkRow(_file, _line, 1, values) { IsDirected = _section.StartsWith("*ARCS", StringComparison.Ordinal) });
    }

    private void Problem(string message) => _log.Add(new Place(_file, _line, 1), "network", message);

    // Words, and texts in quotes.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var k = 0; k < line.Length;)
        {
            if (char.IsWhiteSpace(line[k]))
            {
                k++;
                continue;
            }

            var end = line[k] == '"' ? line.IndexOf('"', k + 1) : line.AsSpan(k).IndexOfAny(' ', '\t') is >= 0 and var length ? k + length : line.Length;
            end = end < 0 ? line.Length : end;
            words.Add(line[k] == '"' ? line[(k + 1)..end] : line[k..end]);
            k = end + 1;
        }

        return words;
    }
}
