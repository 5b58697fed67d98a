using LeadershipSim.Experiments.Problems;

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

            if (value is not MapNode && Varies(root, path) is { } refusal)
            {
                log.Add(place, path, refusal);
                continue;
            }

            var isKey = SpecReader.Keys.Contains(path.Split('.')[0]);
            var above = new MapNode(place, [new MapEntry(isKey ? path : $"baseline.{path}", place, value)]);
            root = NodeMerge.Over(root, NodeMerge.Nest(above, log));
        }

        return root;
    }

    // A value of the baseline that every run replaces would be set in vain.
    private static string? Varies(MapNode root, string path) =>
        (root["factors"] as MapNode)?[path] is not null ? $"{path} is a factor of this experiment; to fix it, set factors.{path}={{levels: [...]}} in a file of your own"
        : ((root["calibration"] as MapNode)?["priors"] as MapNode)?[path] is not null ? $"{path} has a prior in this calibration; to fix it, take it out of calibration.priors in a file of your own"
        : null;
}
