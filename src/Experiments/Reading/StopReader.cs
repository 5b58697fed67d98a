using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads a researcher's own rules that end programs: <c>{when: "vitality &lt; 0.4 for 8 ticks", cause: dissolved}</c>, or a list of them.</summary>
internal sealed partial class StopReader(ProblemLog log, ModelCatalog model)
{
    /// <summary>Its key in experiment files.</summary>
    public const string Key = "stop";

    private static readonly string[] Keys = ["when", "cause"];

    /// <summary>The ends that every program can have.</summary>
    private static readonly string[] Taken = [.. Enum.GetValues<EndCause>().Where(c => c != EndCause.Stopped).Select(c => Spelled.Of(c))];

    /// <summary>The rules.</summary>
    public IReadOnlyList<StopRule> Read(Node node) => node switch
    {
        ScalarNode { IsEmpty: true } => [],
        ListNode list => [.. list.Items.Select((item, k) => ReadOne(item, Invariant($"{Key}[{k}]"))).OfType<StopRule>()],
        _ => ReadOne(node, Key) is { } rule ? [rule] : [],
    };

    /// <summary>Its JSON Schema.</summary>
    public static JsonObject Schema()
    {
        JsonObject Rule() => new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("when"),
            ["properties"] = new JsonObject
            {
                ["when"] = SchemaParts.Text("The condition, as in \"vitality < 0.4 for 8 ticks\""),
                ["cause"] = SchemaParts.Text("What the end is called in results (default: stopped)"),
            },
        };
        return SchemaParts.Described(new JsonObject { ["anyOf"] = new JsonArray(Rule(), SchemaParts.ListOf(Rule())) }, "Your own rules that end programs");
    }

    private StopRule? ReadOne(Node node, string path)
    {
        if (node is not MapNode map)
        {
            log.Add(node.Place, path, $"{path} is {NodeTree.Describe(node)}; allowed is a mapping, as in {{when: \"vitality < 0.4 for 8 ticks\", cause: dissolved}}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, path, Keys);
        }

        if (map["when"] is null)
        {
            log.Add(map.Place, path, $"the key \"when\" is missing; {path} needs it: a condition, as in when: \"vitality < 0.4 for 8 ticks\"");
            return null;
        }

        var cause = map["cause"] is null ? new StopRule { When = new("", (in _) => false) }.Cause : (map["cause"] as ScalarNode)?.Text ?? "";
        if (!Name().IsMatch(cause) || Taken.Contains(cause))
        {
            log.Add(map["cause"]!.Place, path, $"{path}.cause is {NodeTree.Describe(map["cause"]!)}; allowed are names of up to 64 letters and digits that start with a letter, but not {string.Join(", ", Taken)}");
            return null;
        }

        return new ConditionReader(log, model).Read(map["when"]!, $"{path}.when") is { } trigger
            ? new StopRule { When = trigger.Condition, ForTicks = trigger.ForTicks, Cause = cause }
            : null;
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9]{0,63}$")]
    private static partial Regex Name();
}
