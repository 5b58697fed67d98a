using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads a YAML file (JSON is YAML) into nodes with places. Everything it refuses becomes a problem.</summary>
internal sealed partial class NodeTree
{
    // Deeper than any experiment; stops files made to exhaust the stack.
    private const int DepthLimit = 64;

    // Aliases can make a few lines stand for more nodes than a machine can hold.
    private const long NodeLimit = 5_000_000;

    private readonly string _file;
    private readonly ProblemLog _log;
    private readonly Dictionary<AnchorName, (Node Node, long Size)> _anchors = [];
    private long _nodes;

    private NodeTree(string file, ProblemLog log) => (_file, _log) = (file, log);

    /// <summary>The root mapping; null after logging the problem.</summary>
    public static MapNode? Parse(string file, string text, ProblemLog log)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            return new NodeTree(file, log).ReadDocument(new Parser(scanner));
        }
        catch (YamlException error)
        {
            // The scanner meets a tab with a message of something else, at the start of what it was reading.
            var tab = IndentedByTab().Match(text);
            log.Add(
                tab.Success
                    ? new Place(file, 1 + text.AsSpan(0, tab.Index).Count('\n'), tab.Length)
                    : new Place(file, (int)error.Start.Line, (int)error.Start.Column),
                "",
                tab.Success ? "this is not YAML: the line is indented with a tab; YAML is indented with blanks" : "this is not YAML: " + error.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or FormatException)
        {
            // The scanner throws these, without a place, on brackets that are never closed.
            var at = scanner.CurrentPosition;
            log.Add(new Place(file, (int)at.Line, (int)at.Column), "", "this is not YAML: a bracket, brace or quote is not closed");
        }

        return null;
    }

    /// <summary>The value of <c>--set</c>: one YAML node.</summary>
    public static Node? ParseValue(string origin, string text, ProblemLog log)
    {
        var map = Parse(origin, "value: " + text, log);
        return map?["value"];
    }

    private MapNode? ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            _log.Add(new Place(_file, 1, 1), "", $"the file is empty; {ShellText.Program} init writes an example to start from");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Read(parser, 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            _log.Add(PlaceOf(second), "", "a second document starts here; an experiment file holds one");
            return null;
        }

        if (root is not MapNode map)
        {
            _log.Add(root.Place, "", $"found {Describe(root)}; an experiment file is a mapping of keys such as name, baseline and factors");
            return null;
        }

        return map;
    }

    public static string Describe(Node node) => node switch
    {
        ListNode { Items.Count: 0 } => "an empty list",
        ListNode => "a list",
        MapNode { Entries.Count: 0 } => "an empty mapping",
        MapNode => "a mapping",
        ScalarNode { IsEmpty: true } => "nothing",
        ScalarNode scalar => $"\"{scalar.Text}\"",
        _ => "something else",
    };

    private Node Read(Parser parser, int depth)
    {
        if (depth > DepthLimit)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested deeper than {DepthLimit} levels");
        }

        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } tagged)
        {
            throw new YamlException(tagged.Start, tagged.End, $"found the tag {tag.Value}; an experiment file has no tags");
        }

        var before = _nodes++;

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Recall(alias);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Remember(scalar.Anchor, before, new ScalarNode(PlaceOf(scalar), scalar.Value, scalar.Style is not ScalarStyle.Plain));
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Read(parser, depth + 1));
            }

            return Remember(list.Anchor, before, new ListNode(PlaceOf(list), items));
        }

        return ReadMap(parser, depth, before);
    }

    private Node Recall(AnchorAlias alias)
    {
        var (node, size) = _anchors.TryGetValue(alias.Value, out var known)
            ? known
            : throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value} above");
        _nodes += size;
        return _nodes <= NodeLimit
            ? node
            : throw new YamlException(alias.Start, alias.End, $"with its aliases written out the file has more than {NodeLimit} values");
    }

    private Node ReadMap(Parser parser, int depth, long before)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var lines = new Dictionary<string, int>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser, depth + 1);
            var value = Read(parser, depth + 1);
            if (key is not ScalarNode { Text: var name })
            {
                _log.Add(key.Place, "", $"found {Describe(key)} as a key; a key is a name");
            }
            else if (name == "<<")
            {
                _log.Add(key.Place, name, "merge keys (<<) are not supported; put what is shared into a file of its own and name it under extends");
            }
            else if (!lines.TryAdd(name, key.Place.Line))
            {
                _log.Add(key.Place, name, $"duplicate key \"{name}\"; it stands in line {lines[name]} already");
            }
            else
            {
                entries.Add(new MapEntry(name, key.Place, value));
            }
        }

        return Remember(start.Anchor, before, new MapNode(PlaceOf(start), entries));
    }

    private Node Remember(AnchorName anchor, long before, Node node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (node, _nodes - before);
        }

        return node;
    }

    private Place PlaceOf(ParsingEvent at) => new(_file, (int)at.Start.Line, (int)at.Start.Column);

    [GeneratedRegex(@"^ *\t", RegexOptions.Multiline)]
    private static partial Regex IndentedByTab();
}
