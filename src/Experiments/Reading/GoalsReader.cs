using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads what is to be optimized, and the limits that means of outputs must keep.</summary>
internal sealed class GoalsReader(ProblemLog log, KeyReader keys)
{
    /// <summary>The key of what is to be large.</summary>
    public const string Maximize = "maximize";

    /// <summary>The key of what is to be small.</summary>
    public const string Minimize = "minimize";

    /// <summary>The keys of a goal.</summary>
    public static readonly string[] GoalKeys = ["output", "absent"];

    /// <summary>The keys of a limit.</summary>
    public static readonly string[] LimitKeys = ["output", "atMost", "atLeast", "absent"];

    private const string Limits = $"{OptimizationReader.Section}.limits";

    public IReadOnlyList<OptimizationGoal> ReadGoals(MapNode map)
    {
        OptimizationGoal[] goals = [.. GoalsOf(map[Maximize], Maximize, true), .. GoalsOf(map[Minimize], Minimize, false)];
        foreach (var twins in goals.GroupBy(g => g.Output.Name).Where(g => g.Count() > 1))
        {
            log.Add(map.Place, OptimizationReader.Section, $"the goal {twins.Key} stands twice; name it once");
        }

        if (goals.Length == 0 && map[Maximize] is null && map[Minimize] is null)
        {
            log.Add(map.Place, OptimizationReader.Section, "there is no goal; write maximize: or minimize: and an output of a run, such as endTick or failed, or a list of outputs");
        }

        return goals;
    }

    public IReadOnlyList<OptimizationLimit> ReadLimits(Node? node)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return [];
        }

        if (node is not ListNode list)
        {
            log.Add(node.Place, Limits, $"{Limits} is {NodeTree.Describe(node)}; allowed is a list, as in - {{output: failed, atMost: 0.3}}");
            return [];
        }

        return [.. list.Items.Select((item, k) => ReadLimit(item, Invariant($"{Limits}[{k}]"))).OfType<OptimizationLimit>()];
    }

    private OptimizationGoal[] GoalsOf(Node? node, string key, bool isMaximized)
    {
        var path = $"{OptimizationReader.Section}.{key}";
        return node switch
        {
            null or ScalarNode { IsEmpty: true } => [],
            ListNode list => list.Items.Select(item => ReadGoal(item, path, isMaximized)).OfType<OptimizationGoal>().ToArray(),
            _ => ReadGoal(node, path, isMaximized) is { } goal ? [goal] : [],
        };
    }

    private OptimizationGoal? ReadGoal(Node node, string path, bool isMaximized)
    {
        // A name stands for a mapping with that output alone.
        var named = node is ScalarNode ? new MapNode(node.Place, [new MapEntry("output", node.Place, node)]) : node;
        return keys.Mapping(named, path, GoalKeys) is { } map && keys.OutputOf(map, path, "the goal") is { } output
            ? new(output, isMaximized, AbsentOf(map, path))
            : null;
    }

    private OptimizationLimit? ReadLimit(Node node, string path)
    {
        if (keys.Mapping(node, path, LimitKeys) is not { } map || keys.OutputOf(map, path, "the limit") is not { } output)
        {
            return null;
        }

        if (map["atMost"] is null == map["atLeast"] is null)
        {
            log.Add(map.Place, path, $"the limit of {output.Name} has {(map["atMost"] is null ? "neither atMost nor atLeast" : "both atMost and atLeast")}; write one, and a second limit for the other");
            return null;
        }

        var isUpper = map["atMost"] is not null;
        var key = isUpper ? "atMost" : "atLeast";
        return keys.Number(map[key], $"{path}.{key}", double.MinValue) is { } bound ? new(output, bound, isUpper, AbsentOf(map, path)) : null;
    }

    private double? AbsentOf(MapNode map, string path) => keys.Number(map["absent"], $"{path}.absent", double.MinValue);
}
