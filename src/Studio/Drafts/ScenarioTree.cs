using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Studio.Drafts;

/// <summary>A scenario as the mapping that an experiment file would hold: only what differs from the defaults, and the kinds.</summary>
internal static class ScenarioTree
{
    /// <summary>The mapping.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="inputs">Files that its network is read from, by the paths that the mapping gives them.</param>
    public static JsonObject Of(Scenario scenario, out IReadOnlyDictionary<string, string> inputs)
    {
        var policy = PolicyCatalog.All.First(p => p.Default.GetType() == scenario.Policy.GetType());
        var network = NetworkCatalog.All.First(n => n.Default.GetType() == scenario.Network.GetType());
        var standards = new Scenario { Policy = policy.Default, Network = network.Default };
        var standard = ParameterCatalog.Of(standards).ToDictionary(p => p.Path, p => p.Value);
        var tree = new JsonObject();
        foreach (var parameter in ParameterCatalog.Of(scenario).Where(p => !IsInList(p) && !Equals(standard[p.Path], p.Value)))
        {
            Put(tree, parameter.Path, Scalar(parameter.Value));
        }

        AddLists(tree, scenario);
        AddNetwork(tree, scenario.Network, network.Kind, out inputs);
        tree["policy"] = OfPart(policy.Kind, tree["policy"]);
        return tree;
    }

    /// <summary>What changes in the course of a run, as an experiment file spells it.</summary>
    public static JsonArray OfChanges(Scenario scenario) => [.. scenario.Changes.Select(OfChange)];

    /// <summary>The rules that end a program, as an experiment file spells them.</summary>
    public static JsonArray OfStop(Scenario scenario) =>
        [.. scenario.Stop.Select(rule => new JsonObject { ["when"] = ChangeTrigger.Spell(rule.When, rule.ForTicks), ["cause"] = rule.Cause })];

    /// <summary>A part chosen by kind: its kind, or a mapping of the kind and what differs from its defaults.</summary>
    public static JsonNode OfPolicy(ILeadershipPolicy policy) => Of(new Scenario { Policy = policy }, out _)["policy"]!.DeepClone();

    /// <summary>A value as an experiment file spells it.</summary>
    public static JsonNode Scalar(object value) => value switch
    {
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        Enum choice => JsonValue.Create(char.ToLowerInvariant(choice.ToString()[0]) + choice.ToString()[1..]),
        _ => JsonValue.Create(Invariant($"{value}")),
    };

    private static JsonObject OfChange(ScenarioChange change)
    {
        var settings = change.Edit as ParameterSettings
            ?? throw new DraftException("changes", $"a change is made by {change.Edit.GetType().Name}, which no experiment file can hold");
        var set = settings.All.Select(s => KeyValuePair.Create(s.Path, s.Value is ILeadershipPolicy policy ? OfPolicy(policy) : (JsonNode?)Scalar(s.Value)));
        return change.When is { } condition
            ? new() { ["when"] = ChangeTrigger.Spell(condition, change.ForTicks), [ParameterSettings.Key] = new JsonObject(set) }
            : new() { ["tick"] = change.Tick, [ParameterSettings.Key] = new JsonObject(set) };
    }

    private static void AddLists(JsonObject tree, Scenario scenario)
    {
        // A list replaces the default list, so its items are written whole.
        var inLists = ParameterCatalog.Of(scenario).Where(p => IsInList(p) && !IsInRule(p));
        foreach (var items in inLists.GroupBy(p => p.Path[..(p.Path.IndexOf(']', StringComparison.Ordinal) + 1)]))
        {
            var item = new JsonObject();
            foreach (var parameter in items)
            {
                Put(item, parameter.Path[(items.Key.Length + 1)..], Scalar(parameter.Value));
            }

            var path = items.Key[..items.Key.IndexOf('[', StringComparison.Ordinal)];
            if (Find(tree, path) is not JsonArray list)
            {
                Put(tree, path, list = []);
            }

            list.Add((JsonNode)item);
        }
    }

    private static void AddNetwork(JsonObject tree, INetworkModel network, string kind, out IReadOnlyDictionary<string, string> inputs)
    {
        inputs = new Dictionary<string, string>();
        if (network is FileNetwork { Data: { } data } file)
        {
            // The sizes follow from the files.
            var organization = tree["organization"] as JsonObject;
            organization?.Remove("seats");
            organization?.Remove("sites");
            if (organization is { Count: 0 })
            {
                tree.Remove("organization");
            }

            // Files of one name from two folders stay apart.
            var names = data.Sources.Keys.Select((path, k) => (path, k)).ToDictionary(f => f.path, f => NameOf(f.path, f.k, data.Sources.Keys));
            var settings = (JsonObject)tree["network"]!;
            foreach (var (key, path) in new[] { ("nodes", file.Nodes), ("edges", file.Edges) }.Where(f => f.Item2.Length > 0))
            {
                settings[key] = names[path];
            }

            tree["network"] = OfPart(kind, settings);
            inputs = data.Sources.ToDictionary(s => names[s.Key], s => s.Value);
        }
        else if (network is not SitesNetwork || tree["network"] is not null)
        {
            tree["network"] = OfPart(kind, tree["network"]);
        }
    }

    private static string NameOf(string path, int position, IEnumerable<string> all)
    {
        var name = Path.GetFileName(path);
        return all.Count(p => Path.GetFileName(p) == name) > 1 ? Invariant($"inputs/{position + 1}-{name}") : "inputs/" + name;
    }

    private static bool IsInList(Parameter parameter) => parameter.Path.Contains('[', StringComparison.Ordinal);

    // Changes and rules are written by what they set and wait for.
    private static bool IsInRule(Parameter parameter) => parameter.Path.Split('[')[0] is "changes" or "stop";

    private static JsonNode OfPart(string kind, JsonNode? parameters)
    {
        if (parameters is not JsonObject { Count: > 0 } map)
        {
            return JsonValue.Create(kind);
        }

        var part = new JsonObject { ["kind"] = kind };
        foreach (var (key, value) in map)
        {
            part[key] = value?.DeepClone();
        }

        return part;
    }

    private static JsonNode? Find(JsonObject tree, string path)
    {
        JsonNode? node = tree;
        foreach (var key in path.Split('.'))
        {
            node = (node as JsonObject)?[key];
        }

        return node;
    }

    private static void Put(JsonObject tree, string path, JsonNode value)
    {
        var keys = path.Split('.');
        foreach (var key in keys[..^1])
        {
            if (tree[key] is not JsonObject child)
            {
                tree[key] = child = [];
            }

            tree = child;
        }

        tree[keys[^1]] = value;
    }
}
