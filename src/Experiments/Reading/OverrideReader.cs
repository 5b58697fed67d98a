namespace LeadershipSim.Experiments.Reading;

/// <summary>Lays <c>path=value</c> over an experiment: keys of the experiment by name, all else in its baseline.</summary>
internal static class OverrideReader
{
    public static MapNode Apply(MapNode root, IReadOnlyList<string> overrides, ProblemLog log)
    {
        foreach (var text in overrides)
        {
            var origin = $"--set {text}";
            var place = new Place(origin, 1, 1);
            var split = text.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                log.Add(place, "", $"\"{text}\" is no override; allowed is path=value, as in channels.remote=0.5 or replicates=20");
                continue;
            }

            var path = text[..split].Trim();
            if (NodeTree.ParseValue(origin, text[(split + 1)..], log) is not { } value)
            {
                continue;
            }

            if (root["factors"] is MapNode factors && factors[path] is not null && value is not MapNode)
            {
                log.Add(place, path, $"{path} is a factor of this experiment; to fix it, set factors.{path}={{levels: [...]}} in a file of your own");
                continue;
            }

            var isKey = SpecReader.Keys.Contains(path.Split('.')[0]);
            var above = new MapNode(place, [new MapEntry(isKey ? path : $"baseline.{path}", place, value)]);
            root = NodeMerge.Over(root, NodeMerge.Nest(above, log));
        }

        return root;
    }
}
