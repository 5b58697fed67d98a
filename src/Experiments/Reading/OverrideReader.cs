using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Lays <c>path=value</c> over an experiment: keys of the experiment by name, all else in its baseline.</summary>
internal static partial class OverrideReader
{
    private const string Factors = "factors";

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

            root = Lay(root, path, value, place, log);
        }

        return root;
    }

    private static MapNode Lay(MapNode root, string path, Node value, Place place, ProblemLog log)
    {
        if (FactorPath().Match(path) is { Success: true } match)
        {
            var (factor, rest) = (match.Groups["path"].Value, match.Groups["rest"].Value);
            var isPart = rest is "weights" || rest.Contains('.', StringComparison.Ordinal);
            return NodeMerge.Over(isPart ? root : Without(root, factor), Section(factor, rest, value, place));
        }

        // A value of the baseline that every run replaces would be set in vain.
        if ((root[Factors] as MapNode)?[path] is not null)
        {
            var level = value is ListNode ? value : new ListNode(place, [value]);
            return NodeMerge.Over(Without(root, path), Section(path, "levels", level, place));
        }

        if (value is not MapNode && ((root["calibration"] as MapNode)?["priors"] as MapNode)?[path] is not null)
        {
            log.Add(place, path, $"{path} has a prior in this calibration; to fix it, take it out of calibration.priors in a file of your own");
            return root;
        }

        var isKey = SpecReader.Keys.Contains(path.Split('.')[0]);
        var above = new MapNode(place, [new MapEntry(isKey ? path : $"baseline.{path}", place, value)]);
        return NodeMerge.Over(root, NodeMerge.Nest(above, log));
    }

    // The name of a factor has points in it, and is one key.
    private static MapNode Section(string factor, string rest, Node value, Place place)
    {
        foreach (var key in rest.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            value = new MapNode(place, [new MapEntry(key, place, value)]);
        }

        return new MapNode(place, [new MapEntry(Factors, place, new MapNode(place, [new MapEntry(factor, place, value)]))]);
    }

    // Levels take the place of a range, and a range that of levels.
    private static MapNode Without(MapNode root, string factor) => root with
    {
        Entries = [.. root.Entries.Select(e => e.Key == Factors && e.Value is MapNode map ? e with { Value = Emptied(map, factor) } : e)],
    };

    private static MapNode Emptied(MapNode factors, string factor) => factors with
    {
        Entries = [.. factors.Entries.Select(f => f.Key == factor ? f with { Value = new MapNode(f.Place, []) } : f)],
    };

    [GeneratedRegex(@"^factors\.(?<path>.+?)(\.(?<rest>(levels|weights|range|distribution)(\..+)?))?$")]
    private static partial Regex FactorPath();
}
