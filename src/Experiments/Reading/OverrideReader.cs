using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// Lays <c>path=value</c> over an experiment: keys of the experiment by name, factors and priors by theirs, all else in its baseline. Items of lists are
/// counted from 0, as in <c>shocks[0].tick</c>.
/// </summary>
internal static partial class OverrideReader
{
    private const string Factors = "factors";
    private const string Baseline = "baseline";
    private const string Seeds = "seeds";
    private static readonly string[] Spreads = ["levels", "range", "distribution"];
    private const string Priors = "calibration.priors";

    public static MapNode Apply(MapNode root, IReadOnlyList<string> overrides, ProblemLog log)
    {
        foreach (var text in overrides)
        {
            var origin = $"--set {text}";
            var place = new Place(origin, 1, 1);
            var split = text.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                log.Add(place, "", $"\"{text}\" is not an override; allowed is path=value, as in channels.remote=0.5 or replicates=20");
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
        if (SpreadPath().Match(path) is { Success: true } match)
        {
            return WithSpread(root, match.Groups["section"].Value, match.Groups["path"].Value, match.Groups["rest"].Value, value, place, log);
        }

        // A list of seeds says how many replicates there are, and from which seeds.
        if (path == Seeds)
        {
            root = Without(Without(root, "seed"), "replicates");
        }

        // A value of the baseline that every run replaces would have no effect.
        var parameter = path.StartsWith(Baseline + ".", StringComparison.Ordinal) ? path[(Baseline.Length + 1)..] : path;
        if (SectionOf(root, Factors)?[parameter] is not null)
        {
            // A mapping may be a level, as of a policy, or what the factor is to be.
            return value is MapNode map && Array.Exists(Spreads, s => map[s] is not null)
                ? WithSpread(root, Factors, parameter, "", value, place, log)
                : WithSpread(root, Factors, parameter, "levels", value is ListNode ? value : new ListNode(place, [value]), place, log);
        }

        if (SectionOf(root, Priors)?[parameter] is not null)
        {
            // What is known has no prior.
            return value is MapNode ? WithSpread(root, Priors, parameter, "", value, place, log)
                : InBaseline(WithSection(root, Priors, priors => Without(priors, parameter)), parameter, value, place, log);
        }

        if (value is MapNode group && Hidden(root, parameter, group) is { Key: not null } hidden)
        {
            log.Add(place, path, $"{hidden.Key} is varied by this experiment, so that its value in {path} would not be used; set it by its own path, as in --set {ShellText.Quote($"{hidden.Key}={hidden.Text}")}");
            return root;
        }

        return SpecReader.Keys.Contains(Segment.Of(path.Split('.')[0]).Key)
            ? Put(root, path.Split('.'), value, place, log)
            : InBaseline(root, path, value, place, log);
    }

    private static MapNode InBaseline(MapNode root, string parameter, Node value, Place place, ProblemLog log) =>
        Put(root, [Baseline, .. parameter.Split('.')], value, place, log);

    // The first factor or prior that a group of values of the baseline has a value for.
    private static (string? Key, string Text) Hidden(MapNode root, string path, MapNode group) =>
        new[] { Factors, Priors }.SelectMany(s => SectionOf(root, s)?.Entries ?? []).Select(e => e.Key)
            .Where(key => path == Baseline || key.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(key => (Key: key, Value: Find(group, path == Baseline ? key : key[(path.Length + 1)..])))
            .Where(found => found.Value is not null)
            .Select(found => ((string?)found.Key, (found.Value as ScalarNode)?.Text ?? "VALUE")).FirstOrDefault();

    private static Node? Find(MapNode map, string path) =>
        map[path] ?? (path.Split('.', 2) is [var first, var rest] && map[first] is MapNode inner ? Find(inner, rest) : null);

    // The name of a factor or prior has points in it, and is one key of its section.
    private static MapNode WithSpread(MapNode root, string section, string path, string rest, Node value, Place place, ProblemLog log)
    {
        // Below when stand paths.
        var keys = rest.StartsWith("when.", StringComparison.Ordinal) ? rest.Split('.', 2) : rest.Split('.');

        // Levels take the place of a range, and a range that of levels.
        var isPart = rest is "weights" || keys[0] is "when" || keys.Length > 1 || rest.EndsWith(']');
        return WithSection(root, section, map =>
        {
            var known = map[path] as MapNode ?? new MapNode(place, []);
            var below = isPart ? known : known with { Entries = [.. known.Entries.Where(e => e.Key == "when")] };
            return Replaced(map, path, rest.Length == 0 ? value : Put(below, keys, value, place, log), place);
        });
    }

    private static MapNode? SectionOf(MapNode root, string section) =>
        section.Split('.').Aggregate((Node?)root, (node, key) => (node as MapNode)?[key]) as MapNode;

    private static MapNode WithSection(MapNode root, string section, Func<MapNode, MapNode> change)
    {
        var parts = section.Split('.', 2);
        var inner = root[parts[0]] as MapNode ?? new MapNode(root.Place, []);
        return Replaced(root, parts[0], parts.Length == 1 ? change(inner) : WithSection(inner, parts[1], change), root.Place);
    }

    private static MapNode Replaced(MapNode map, string key, Node value, Place place) => map with
    {
        Entries = map[key] is null
            ? [.. map.Entries, new MapEntry(key, place, value)]
            : [.. map.Entries.Select(e => e.Key == key ? e with { Value = value } : e)],
    };

    private static MapNode Without(MapNode map, string key) => map with { Entries = [.. map.Entries.Where(e => e.Key != key)] };

    private static MapNode Put(MapNode map, IReadOnlyList<string> path, Node value, Place place, ProblemLog log)
    {
        var (key, index) = Segment.Of(path[0]);
        if (index is { } at)
        {
            if (map[key] is not ListNode list || at >= list.Items.Count)
            {
                return Refuse(map, key, path[0], place, log);
            }

            Node[] items = [.. list.Items];
            items[at] = Item(items[at], [.. path.Skip(1)], value, place, log);
            return Replaced(map, key, list with { Items = items }, place);
        }

        // Another kind has other parameters.
        if (path.Count == 1 && key == "kind" && value is ScalarNode kind && (map[key] as ScalarNode)?.Text != kind.Text)
        {
            return new MapNode(place, [new MapEntry(key, place, value)]);
        }

        var below = map[key];
        var laid = path.Count == 1 ? NodeMerge.Nested(value, log) : Put(below as MapNode ?? Kind(below, place), [.. path.Skip(1)], value, place, log);
        return NodeMerge.Over(map, new MapNode(place, [new MapEntry(key, place, laid)]));
    }

    // A part that is named by its kind alone keeps it when one of its parameters is set.
    private static MapNode Kind(Node? node, Place place) =>
        new(place, node is ScalarNode { IsEmpty: false } kind && ScalarReader.Number(kind) is null ? [new MapEntry("kind", kind.Place, kind)] : []);

    private static Node Item(Node item, IReadOnlyList<string> rest, Node value, Place place, ProblemLog log) =>
        rest.Count == 0 ? NodeMerge.Nested(value, log) : Put(item as MapNode ?? Kind(item, place), rest, value, place, log);

    private static MapNode Refuse(MapNode map, string key, string segment, Place place, ProblemLog log)
    {
        var found = map[key] switch
        {
            ListNode { Items.Count: > 0 and var count } => Invariant($"{key} has {count} items, {key}[0] to {key}[{count - 1}]"),
            ListNode or null => $"{key} has no items; set the whole list, as in --set '{key}=[...]'",
            var other => $"{key} is {NodeTree.Describe(other)}, not a list",
        };
        log.Add(place, segment, $"there is no {segment}: {found}");
        return map;
    }

    [GeneratedRegex(@"^(?<section>factors|calibration\.priors)\.(?<path>.+?)(\.(?<rest>(levels|weights|range|distribution|when)(\[\d+\])?(\..+)?))?$")]
    private static partial Regex SpreadPath();

    /// <summary>One step of a path: a key, and for an item of a list its index.</summary>
    private readonly partial record struct Segment(string Key, int? Index)
    {
        public static Segment Of(string text) =>
            Indexed().Match(text) is { Success: true } match ? new(match.Groups[1].Value, int.Parse(match.Groups[2].ValueSpan, null)) : new(text, null);

        [GeneratedRegex(@"^(.+)\[(\d{1,9})\]$")]
        private static partial Regex Indexed();
    }
}
