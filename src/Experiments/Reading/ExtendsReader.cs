using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Merges the files that an experiment extends below it, in their order.</summary>
internal sealed class ExtendsReader(ProblemLog log)
{
    private readonly List<string> _open = [];

    public MapNode Resolve(MapNode root, string file)
    {
        _open.Add(Path.GetFullPath(file));
        var nested = NestBaseline(root);
        var merged = (MapNode?)null;
        foreach (var name in Names(nested["extends"]))
        {
            if (ReadBelow(name, file) is { } below)
            {
                merged = merged is null ? below : NodeMerge.Over(merged, below);
            }
        }

        _open.RemoveAt(_open.Count - 1);
        return merged is null ? nested : NodeMerge.Over(merged, nested);
    }

    private MapNode? ReadBelow(ScalarNode name, string file)
    {
        var path = Path.Combine(Path.GetDirectoryName(file) ?? "", name.Text);
        if (_open.Contains(Path.GetFullPath(path)))
        {
            log.Add(name.Place, "extends", $"extends goes in a circle: {name.Text} is being read already");
            return null;
        }

        if (!File.Exists(path))
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var near = Spelling.Nearest(Path.GetFileName(path), folder.Exists ? folder.EnumerateFiles("*.y*ml").Select(f => f.Name) : []);
            log.Add(name.Place, "extends", $"there is no file {path} to extend; paths start at the folder of the file that names them", near);
            return null;
        }

        return TextFile.Read(path, log) is { } text && NodeTree.Parse(path, text, log) is { } below ? Resolve(below, path) : null;
    }

    private IEnumerable<ScalarNode> Names(Node? extends)
    {
        IReadOnlyList<Node> nodes = extends switch { null => [], ListNode list => list.Items, var one => [one] };
        foreach (var node in nodes)
        {
            if (node is ScalarNode { IsEmpty: false } name)
            {
                yield return name;
            }
            else
            {
                log.Add(node.Place, "extends", $"extends is {NodeTree.Describe(node)}; allowed is a file name or a list of them");
            }
        }
    }

    private MapNode NestBaseline(MapNode root) =>
        root with { Entries = [.. root.Entries.Select(e => e is { Key: "baseline", Value: MapNode map } ? e with { Value = NodeMerge.Nest(map, log) } : e)] };
}
