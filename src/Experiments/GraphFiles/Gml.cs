using System.Net;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.GraphFiles;

/// <summary>Reads GML (Himsolt 1997) as networkx, igraph, Gephi and yEd write it: lists of keys and values in brackets.</summary>
internal sealed class Gml
{
    private const int DepthLimit = 32;
    private readonly string _file;
    private readonly string _text;
    private int _next;
    private int _line = 1;

    private Gml(string file, string text) => (_file, _text) = (file, text);

    public static NetworkFile? Read(string file, string text, ProblemLog log)
    {
        var parser = new Gml(file, text);
        try
        {
            var graphs = parser.List(0, isRoot: true).Where(e => Is(e, "graph")).ToArray();
            if (graphs.Length == 1 && graphs[0].List is { } graph)
            {
                return Network(file, graph, log);
            }

            log.Add(new Place(file, graphs.Length > 1 ? graphs[1].Line : 1, 1), "network", graphs.Length > 1 ? "a second graph starts here; a file holds one network" : "this is not GML: the file has no graph [ ... ]");
        }
        catch (FormatException error)
        {
            log.Add(new Place(file, parser._line, 1), "network", $"this is not GML: {error.Message}");
        }

        return null;
    }

    private static NetworkFile Network(string file, List<Entry> graph, ProblemLog log)
    {
        foreach (var group in graph.Where(e => Is(e, "node") && e.List is { } list && list.Any(IsOfGroup)))
        {
            log.Add(new Place(file, group.Line, 1), "network", "the node is a group, or stands in one; groups are not people and are not read. Ungroup the nodes");
        }

        return new NetworkFile(
            graph.Any(e => Is(e, "directed") && e.Text == "1"),
            [.. graph.Where(e => Is(e, "node") && e.List is not null).Select(e => Row(file, e))],
            [.. graph.Where(e => Is(e, "edge") && e.List is not null).Select(e => Row(file, e))]);
    }

    // Lists inside a node or a tie are for drawing.
    private static NetworkRow Row(string file, Entry entry)
    {
        var values = new Dictionary<string, string>();
        foreach (var value in entry.List!.Where(v => v.Text is not null))
        {
            values[value.Key is "name" or "NAME" ? "name" : value.Key] = value.Text!;
        }

        return new NetworkRow(file, entry.Line, 1, values);
    }

    private static bool IsOfGroup(Entry value) => (Is(value, "isGroup") && value.Text == "1") || Is(value, "graph") || Is(value, "gid");

    private static bool Is(Entry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private List<Entry> List(int depth, bool isRoot = false)
    {
        var entries = new List<Entry>();
        while (true)
        {
            var key = Word();
            if (key is null or "]")
            {
                return (key is null) == isRoot ? entries : throw new FormatException(isRoot ? "a bracket is closed that was not opened" : "a bracket is not closed");
            }

            var line = _line;
            if (depth > DepthLimit || key is "[" || !(char.IsLetter(key[0]) || key[0] == '_'))
            {
                throw new FormatException(depth > DepthLimit ? $"lists are nested deeper than {DepthLimit} levels" : $"found {key} where a key is expected");
            }

            var value = Word() ?? throw new FormatException($"the key {key} has no value");
            entries.Add(value == "[" ? new(key, line, null, List(depth + 1))
                : value == "]" ? throw new FormatException($"the key {key} has no value")
                : new(key, line, value[0] == '"' ? WebUtility.HtmlDecode(value[1..]) : value, null));
        }
    }

    // The next word, bracket, or text with its first quote; null at the end.
    private string? Word()
    {
        while (_next < _text.Length && (char.IsWhiteSpace(_text[_next]) || _text[_next] == '#'))
        {
            if (_text[_next] == '#')
            {
                _next = _text.IndexOf('\n', _next) is >= 0 and var end ? end : _text.Length;
                continue;
            }

            _line += _text[_next++] == '\n' ? 1 : 0;
        }

        if (_next == _text.Length)
        {
            return null;
        }

        var start = _next;
        if (_text[_next] == '"')
        {
            var end = _text.IndexOf('"', _next + 1) is >= 0 and var quote ? quote : throw new FormatException("a quote is not closed");
            _line += _text.AsSpan(start, end - start).Count('\n');
            _next = end + 1;
            return _text[start..end];
        }

        if (_text[_next] is '[' or ']')
        {
            return _text[_next++].ToString();
        }

        while (_next < _text.Length && !char.IsWhiteSpace(_text[_next]) && _text[_next] is not ('[' or ']' or '"'))
        {
            _next++;
        }

        return _text[start.._next];
    }

    private sealed record Entry(string Key, int Line, string? Text, List<Entry>? List);
}
