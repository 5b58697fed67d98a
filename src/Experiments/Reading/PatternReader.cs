using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the section <c>pattern</c>: what was observed in the world, and what of the runs stands for it.</summary>
internal sealed class PatternReader(ProblemLog log, KeyReader keys)
{
    /// <summary>The section.</summary>
    public const string Section = "pattern";

    /// <summary>Its keys.</summary>
    public static readonly string[] Keys = ["claim", "source", "mapping", "role", "statistic", "target"];

    /// <summary>Names of the roles.</summary>
    public static readonly string[] Roles = [.. Enum.GetValues<PatternRole>().Select(r => Spelled.Of(r))];

    private static readonly string[] StatisticKeys = ["of", "less", "atLeast", "atMost", "with", "among", "at", "against"];
    private static readonly string[] AmongKeys = ["output", "atLeast", "atMost"];
    private static readonly string[] TargetKeys = ["value", "tolerance", "atLeast", "atMost"];

    /// <summary>The pattern; null when the section is absent or not valid.</summary>
    /// <param name="node">The section.</param>
    /// <param name="factors">What the experiment varies.</param>
    /// <param name="hasTwins">Whether runs report of their twins.</param>
    public PatternSpec? Read(Node? node, IReadOnlyList<Factor> factors, bool hasTwins)
    {
        if (keys.Mapping(node, Section, Keys) is not { } map)
        {
            return null;
        }

        foreach (var key in Keys.Where(k => map[k] is null or ScalarNode { IsEmpty: true }))
        {
            log.Add(map.Place, $"{Section}.{key}", $"the key \"{key}\" is missing; a pattern needs {string.Join(", ", Keys)}");
        }

        var (role, statistic, target) = (RoleOf(map["role"]), StatisticOf(map["statistic"], factors, hasTwins), TargetOf(map["target"]));
        return role is null || statistic is null || target is null ? null : new()
        {
            Claim = keys.Text(map["claim"], $"{Section}.claim"),
            Source = keys.Text(map["source"], $"{Section}.source"),
            Mapping = keys.Text(map["mapping"], $"{Section}.mapping"),
            Role = role.Value,
            Statistic = statistic,
            Target = target,
        };
    }

    private PatternRole? RoleOf(Node? node)
    {
        var name = (node as ScalarNode)?.Text ?? "";
        if (Roles.Contains(name))
        {
            return Enum.Parse<PatternRole>(name, ignoreCase: true);
        }

        if (node is not null)
        {
            log.Add(node.Place, $"{Section}.role", $"role is {NodeTree.Describe(node)}; allowed: {string.Join(", ", Roles)}", Spelling.Nearest(name, Roles));
        }

        return null;
    }

    private PatternStatistic? StatisticOf(Node? node, IReadOnlyList<Factor> factors, bool hasTwins)
    {
        const string key = $"{Section}.statistic";
        if (keys.Mapping(node, key, StatisticKeys) is not { } map || OutputOf(map["of"] ?? map, key, hasTwins) is not { } output)
        {
            return null;
        }

        var among = keys.Mapping(map["among"], $"{key}.among", AmongKeys);
        var amongOutput = among is null ? null : OutputOf(among["output"] ?? among, $"{key}.among", hasTwins);
        var bounds = BoundsOf(map, key);
        if (bounds is not null && map["with"] is not null)
        {
            log.Add(map.Place, key, "the statistic has both bounds, which make it a share, and with, which makes it a correlation; leave one out");
        }

        return new()
        {
            Of = output,
            Less = map["less"] is { } less ? OutputOf(less, $"{key}.less", hasTwins) : null,
            Bounds = bounds,
            With = map["with"] is { } with ? OutputOf(with, $"{key}.with", hasTwins) : null,
            Among = amongOutput is null ? null : (amongOutput, BoundsOf(among!, $"{key}.among") ?? new(null, null)),
            At = LevelsOf(map["at"], $"{key}.at", factors),
            Against = LevelsOf(map["against"], $"{key}.against", factors),
        };
    }

    private Output? OutputOf(Node node, string key, bool hasTwins)
    {
        Output[] outputs = [.. keys.Model.Outputs, .. hasTwins ? TwinOutputs.All : []];
        var name = (node as ScalarNode)?.Text ?? "";
        if (outputs.FirstOrDefault(o => o.Name == name) is { } output)
        {
            return output;
        }

        log.Add(
            node.Place, key, $"{key} names {NodeTree.Describe(node)}, which no run has; allowed are the outputs of a run, such as failed, endTick or truckFactor",
            Spelling.Nearest(name, outputs.Select(o => o.Name)));
        return null;
    }

    private OutputBounds? BoundsOf(MapNode map, string key) => map["atLeast"] is null && map["atMost"] is null
        ? null
        : new(keys.Number(map["atLeast"], $"{key}.atLeast", double.MinValue), keys.Number(map["atMost"], $"{key}.atMost", double.MinValue));

    private Dictionary<string, string> LevelsOf(Node? node, string key, IReadOnlyList<Factor> factors)
    {
        var levels = new Dictionary<string, string>();
        foreach (var entry in keys.Mapping(node, key, [.. factors.Select(f => f.Path)])?.Entries ?? [])
        {
            string[] allowed = [.. factors.FirstOrDefault(f => f.Path == entry.Key)?.Levels.Select(l => Spelled.Of(l.Value)) ?? []];
            var level = (entry.Value as ScalarNode)?.Text ?? "";
            if (allowed.Contains(level))
            {
                levels[entry.Key] = level;
            }
            else
            {
                log.Add(
                    entry.Value.Place, key, $"{key}.{entry.Key} is {NodeTree.Describe(entry.Value)}; allowed are its levels: {string.Join(", ", allowed)}",
                    Spelling.Nearest(level, allowed));
            }
        }

        return levels;
    }

    private PatternTarget? TargetOf(Node? node)
    {
        const string key = $"{Section}.target";
        if (keys.Mapping(node, key, TargetKeys) is not { } map)
        {
            return null;
        }

        var target = new PatternTarget(
            keys.Number(map["value"], $"{key}.value", double.MinValue),
            keys.Number(map["tolerance"], $"{key}.tolerance", 0) ?? 0,
            keys.Number(map["atLeast"], $"{key}.atLeast", double.MinValue),
            keys.Number(map["atMost"], $"{key}.atMost", double.MinValue));
        var hasBound = target.AtLeast is not null || target.AtMost is not null;
        if (target.Value is null == !hasBound || (target.Value is null) == (target.Tolerance > 0))
        {
            log.Add(map.Place, key, $"{key} is {NodeTree.Describe(node!)}; allowed is value with tolerance, or atLeast or atMost where only a bound is known");
            return null;
        }

        return target;
    }
}
