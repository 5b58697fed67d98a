using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads <c>replicates</c>: a number, or a rule that says when to stop.</summary>
internal sealed class ReplicationReader(ProblemLog log, KeyReader keys)
{
    /// <summary>Keys of the rule.</summary>
    public static readonly string[] Keys = ["min", "max", "batch", "lookAhead", "confidence", "until"];

    /// <summary>The keys of a goal's width, one of which is stated.</summary>
    public static readonly string[] Widths = ["halfWidth", "relativeHalfWidth", "contrastHalfWidth"];

    /// <summary>Most replicates, and the rule if there is one.</summary>
    public (int Most, ReplicationRule? Rule) Read(Node? node, bool sharesRandomNumbers, IReadOnlyList<Factor> factors)
    {
        if (node is not MapNode map)
        {
            return ((int)(keys.Whole(node, "replicates", 1, 100_000_000) ?? 1), null);
        }

        foreach (var entry in map.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, "replicates", Keys);
        }

        var standard = new ReplicationRule { Max = 0, Until = [] };
        var rule = standard with
        {
            Min = (int)(keys.Whole(map["min"], "replicates.min", 2, 100_000_000) ?? standard.Min),
            Max = (int)(keys.Whole(map["max"], "replicates.max", 2, 100_000_000) ?? 0),
            Batch = (int)(keys.Whole(map["batch"], "replicates.batch", 1, 1_000_000) ?? standard.Batch),
            LookAhead = (int)(keys.Whole(map["lookAhead"], "replicates.lookAhead", 0, 1000) ?? standard.LookAhead),
            Confidence = keys.Number(map["confidence"], "replicates.confidence", 0.5, 0.9999) ?? standard.Confidence,
            Until = Goals(map, sharesRandomNumbers, factors),
        };
        if (map["max"] is null)
        {
            log.Add(map.Place, "replicates", "replicates.max is missing: a rule needs the most replicates there may be");
        }
        else if (rule.Max > 0 && rule.Max < rule.Min)
        {
            log.Add(map["max"]!.Place, "replicates", Invariant($"replicates.max is {rule.Max}, less than min, {rule.Min}; raise max or lower min"));
        }

        return (Math.Max(rule.Max, 1), rule);
    }

    private IReadOnlyList<PrecisionGoal> Goals(MapNode map, bool sharesRandomNumbers, IReadOnlyList<Factor> factors)
    {
        if (map["until"] is not ListNode { Items.Count: > 0 } list)
        {
            log.Add((map["until"] ?? map).Place, "replicates", "replicates.until is not a list of goals; write one or more as in - {output: failed, halfWidth: 0.02}");
            return [];
        }

        return [.. list.Items.Select(item => Goal(item, sharesRandomNumbers, factors)).OfType<PrecisionGoal>()];
    }

    private PrecisionGoal? Goal(Node node, bool sharesRandomNumbers, IReadOnlyList<Factor> factors)
    {
        string[] allowed = ["output", .. Widths];
        if (node is not MapNode map)
        {
            log.Add(node.Place, "replicates.until", $"a goal is {NodeTree.Describe(node)}; allowed is a mapping of output and one of {string.Join(", ", Widths)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !allowed.Contains(e.Key)))
        {
            log.AddUnknownKey(entry, "replicates.until", allowed);
        }

        var stated = map.Entries.Where(e => Widths.Contains(e.Key)).ToList();
        if (stated.Count != 1)
        {
            log.Add(map.Place, "replicates.until", Invariant($"the goal has {stated.Count} widths; allowed is one of {string.Join(", ", Widths)}"));
        }

        var output = keys.OutputOf(map, "replicates.until", "the goal");
        if (map["contrastHalfWidth"] is { } contrast)
        {
            CheckContrast(contrast, sharesRandomNumbers, factors);
        }

        return output is null ? null : new()
        {
            Output = output.Name,
            HalfWidth = keys.Number(map["halfWidth"], "replicates.until.halfWidth", 0),
            RelativeHalfWidth = Relative(map["relativeHalfWidth"], output),
            ContrastHalfWidth = keys.Number(map["contrastHalfWidth"], "replicates.until.contrastHalfWidth", 0),
        };
    }

    private double? Relative(Node? node, Output output)
    {
        if (node is not null && output.Kind == OutputKind.Flag)
        {
            log.Add(node.Place, "replicates.until", $"relativeHalfWidth is for means, and {output.Name} is a share of runs; write halfWidth");
        }

        return keys.Number(node, "replicates.until.relativeHalfWidth", 0, 1);
    }

    private void CheckContrast(Node node, bool sharesRandomNumbers, IReadOnlyList<Factor> factors)
    {
        if (!sharesRandomNumbers)
        {
            log.Add(node.Place, "replicates.until", "contrastHalfWidth compares policies replicate by replicate, which needs seeding: common, and of saltelli noise: seeding");
        }
        else if (factors.FirstOrDefault(f => f.Path == "policy") is not { Levels.Count: > 1 })
        {
            log.Add(node.Place, "replicates.until", "contrastHalfWidth compares policies, which needs policy among the factors, with two levels or more");
        }
    }
}
