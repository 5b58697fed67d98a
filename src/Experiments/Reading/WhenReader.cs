using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads where factors apply: <c>when: {policy: [distributed, council]}</c>, other factors of the experiment with some of their levels.</summary>
internal sealed class WhenReader(ProblemLog log)
{
    /// <summary>The key under a factor.</summary>
    public const string Key = "when";

    /// <summary>The levels of another factor that a factor asks for, as written; null where it asks for none.</summary>
    public static IReadOnlyList<string>? TextsOf(Node factor, string other) => (factor as MapNode)?[Key] is MapNode when ? Texts(when[other]) : null;

    /// <summary>Its JSON Schema.</summary>
    public static JsonObject Schema()
    {
        var level = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        return new()
        {
            ["description"] = "Where the factor applies: other factors with one or some of their levels, as in {policy: [distributed]}",
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(level, SchemaParts.ListOf((JsonObject)level.DeepClone())) },
        };
    }

    /// <summary>The factors with their conditions.</summary>
    /// <param name="nodes">What the file says of factors.</param>
    /// <param name="factors">The factors that could be read.</param>
    public IReadOnlyList<Factor> Read(MapNode nodes, IReadOnlyList<Factor> factors)
    {
        Factor[] found = [.. factors.Select(f => (nodes[f.Path] as MapNode)?[Key] is { } when ? f with { When = ConditionsOf(when, f.Path, factors) } : f)];
        int[] circle = [.. new Applicability(found).Circle];
        if (circle.Length > 0)
        {
            var first = found[circle[0]].Path;
            log.Add(nodes[first]!.Place, first, $"{string.Join(" and ", circle.Select(k => found[k].Path))} depend on each other in a circle (when); take one of the conditions away");
        }

        return circle.Length == 0 ? found : factors;
    }

    private FactorCondition[] ConditionsOf(Node node, string path, IReadOnlyList<Factor> factors)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            log.Add(node.Place, path, $"{Key} of {path} is {NodeTree.Describe(node)}; allowed is a mapping of other factors and their levels, as in {Key}: {{policy: [distributed]}}");
            return [];
        }

        return [.. map.Entries.Select(e => ConditionOf(e, path, factors)).OfType<FactorCondition>()];
    }

    private FactorCondition? ConditionOf(MapEntry entry, string path, IReadOnlyList<Factor> factors)
    {
        string[] others = [.. factors.Select(f => f.Path).Where(p => p != path)];
        if (factors.FirstOrDefault(f => f.Path == entry.Key && f.Path != path) is not { } other)
        {
            var what = entry.Key == path ? "that factor itself" : "not a factor";
            log.Add(entry.Place, path, $"{Key} of {path} names {entry.Key}, which is {what}; allowed are {(others.Length == 0 ? "none" : string.Join(", ", others))}", Spelling.Nearest(entry.Key, others));
            return null;
        }

        if (other.Levels.Count == 0)
        {
            log.Add(entry.Place, path, $"{Key} of {path} names {other.Path}, which has a distribution or a range without steps; allowed are factors with levels");
            return null;
        }

        var levels = other.Levels.Select(l => l.Value).DistinctBy(Spelled.Of).ToDictionary(Spelled.Of);
        var texts = Texts(entry.Value);
        if (texts is not { Length: > 0 } || texts.Any(t => !levels.ContainsKey(t)))
        {
            var found = texts?.FirstOrDefault(t => !levels.ContainsKey(t)) is { } unknown ? $"\"{unknown}\"" : NodeTree.Describe(entry.Value);
            log.Add(entry.Value.Place, path, $"{Key} of {path} has {found} for {other.Path}; allowed are its levels {string.Join(", ", levels.Keys)}, one or a list of them", Spelling.Nearest(found.Trim('"'), levels.Keys));
            return null;
        }

        return new FactorCondition(other.Path, [.. texts.Distinct().Select(t => levels[t])]);
    }

    // One level or a list of them; null for anything else.
    private static string[]? Texts(Node? node) => node switch
    {
        ScalarNode { IsEmpty: false } one => [PointTableReader.Plain(one.Text)],
        ListNode list when list.Items.All(i => i is ScalarNode { IsEmpty: false }) => [.. list.Items.Select(i => PointTableReader.Plain(((ScalarNode)i).Text))],
        _ => null,
    };
}
