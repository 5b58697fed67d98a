using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads the summary statistics of a calibration, and the data they were observed on.</summary>
internal sealed class SummaryReader(ProblemLog log, KeyReader keys)
{
    /// <summary>The keys of a statistic.</summary>
    public static readonly string[] Keys =
    [
        "output", "statistic", "share", "at", "to", "observed", "data", "time", "event", "weight", "scale", "variance", "discrepancy",
    ];

    private const string List = "calibration.summaries";
    private static readonly string[] OfOutputs = ["output"];
    private static readonly string[] OfLives = ["data", "time", "event"];
    private static readonly string[] Arguments = ["share", "at", "to"];

    /// <summary>Names of the statistics.</summary>
    public static IReadOnlyList<string> Statistics { get; } = [.. Enum.GetValues<StatisticKind>().Select(s => Spelled.Of(s))];

    public IReadOnlyList<SummaryStatistic> Read(Node? node, int horizonTicks, bool needsVariance)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return [];
        }

        if (node is not ListNode { Items.Count: > 0 } list)
        {
            log.Add(node.Place, List, $"{List} is {NodeTree.Describe(node)}; allowed is a list of one or more, as in - {{output: failed, statistic: mean, observed: 0.4}}");
            return [];
        }

        var summaries = list.Items
            .Select((item, k) => (item.Place, Summary: ReadOne(item, Invariant($"{List}[{k}]"), horizonTicks, needsVariance)))
            .Where(s => s.Summary is not null).ToList();
        foreach (var twins in summaries.GroupBy(s => s.Summary!.Name).Where(g => g.Count() > 1))
        {
            log.Add(twins.Last().Place, List, $"the statistic {twins.Key} stands twice; name it once, and give it a weight if it is to count for more");
        }

        return [.. summaries.Select(s => s.Summary!)];
    }

    private SummaryStatistic? ReadOne(Node node, string key, int horizonTicks, bool needsVariance)
    {
        if (keys.Mapping(node, key, Keys) is not { } map || StatisticOf(map, key) is not { } statistic)
        {
            return null;
        }

        var isOfLives = statistic is StatisticKind.Survival or StatisticKind.RestrictedMean;
        CheckKeys(map, key, statistic, isOfLives);
        var summary = new SummaryStatistic
        {
            Statistic = statistic,
            Output = isOfLives ? null : keys.OutputOf(map, $"{key}.output", "the statistic"),
            Share = statistic == StatisticKind.Quantile ? keys.Number(map["share"], $"{key}.share", 0, 1) : null,
            Ticks = statistic switch
            {
                StatisticKind.Survival => keys.Number(map["at"], $"{key}.at", 0),
                StatisticKind.RestrictedMean => keys.Number(map["to"], $"{key}.to", 0),
                _ => null,
            },
            Observed = keys.Number(map["observed"], $"{key}.observed", double.MinValue),
            Weight = keys.Number(map["weight"], $"{key}.weight", 0) ?? 1,
            Scale = keys.Number(map["scale"], $"{key}.scale", 0),
            Variance = keys.Number(map["variance"], $"{key}.variance", 0),
            Discrepancy = keys.Number(map["discrepancy"], $"{key}.discrepancy", 0) ?? 0,
        };
        if (summary.Ticks > horizonTicks)
        {
            log.Add(map.Place, key, Invariant($"{Spelled.Of(statistic)} looks to {summary.Ticks} ticks after the exit, and runs end at tick {horizonTicks}; raise horizonTicks, or look less far"));
        }

        if (needsVariance && map["variance"] is null && map["data"] is null)
        {
            log.Add(map.Place, key, "history matching needs the variance of every observed statistic; write variance: (its standard error, squared), or data to take it from");
        }

        return isOfLives && map["data"] is { } data ? summary with { Data = new LivesReader(log).Read(map, data, key, summary.Ticks) }
            : !isOfLives && summary.Output is null ? null
            : summary;
    }

    private StatisticKind? StatisticOf(MapNode map, string key)
    {
        var name = (map["statistic"] as ScalarNode)?.Text ?? "";
        if (Statistics.Contains(name))
        {
            return Enum.Parse<StatisticKind>(name, ignoreCase: true);
        }

        var found = map["statistic"] is { } node ? $"statistic is {NodeTree.Describe(node)}" : "the key \"statistic\" is missing";
        log.Add((map["statistic"] ?? map).Place, key, $"{found}; allowed: {string.Join(", ", Statistics)}", Spelling.Nearest(name, Statistics));
        return null;
    }

    private void CheckKeys(MapNode map, string key, StatisticKind statistic, bool isOfLives)
    {
        var name = Spelled.Of(statistic);
        string[] needed = statistic switch
        {
            StatisticKind.Quantile => ["share"],
            StatisticKind.Survival => ["at"],
            StatisticKind.RestrictedMean => ["to"],
            _ => [],
        };
        foreach (var missing in needed.Where(k => map[k] is null or ScalarNode { IsEmpty: true }))
        {
            log.Add(map.Place, key, $"the key \"{missing}\" is missing; {name} needs it: {(missing == "share" ? "which quantile, between 0 and 1" : "ticks after the exit of the founding leadership")}");
        }

        string[] foreign = [.. isOfLives ? OfOutputs : OfLives, .. Arguments.Except(needed)];
        foreach (var entry in map.Entries.Where(e => foreign.Contains(e.Key)))
        {
            log.Add(entry.Place, key, $"the key \"{entry.Key}\" does not belong to {name}{(entry.Key == "output" ? ", which is of the life after the founding leadership's exit" : "")}; leave it out");
        }

        // Of both or none nobody could say which value was observed.
        var (hasValue, hasData) = (map["observed"] is not null, isOfLives && map["data"] is not null);
        if (hasValue == hasData)
        {
            var choice = isOfLives ? "one of observed: (the value) and data: (a table, with time and event)" : "observed: (the value)";
            log.Add(map.Place, key, $"{name} has {(hasValue ? "both observed and data" : "no observed value")}; write {choice}");
        }
    }
}
