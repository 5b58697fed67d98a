using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads what is to be kept of runs beside their outputs.</summary>
internal sealed class OutputsReader(ProblemLog log, KeyReader keys)
{
    /// <summary>Most ticks from one row of a series to the next.</summary>
    public const int MostTicks = 1_000_000;

    /// <summary>Most replicates that can be asked for.</summary>
    public const int MostReplicates = 100_000_000;

    private static readonly string[] Keys = ["events", "series"];
    private static readonly string[] SeriesKeys = ["every", "metrics", "replicates"];

    /// <summary>What a series can hold, as the schema lists it.</summary>
    public static IReadOnlyList<CatalogItem> MetricsOf(ModelCatalog model) =>
        [.. model.Metrics.Select(m => new CatalogItem(m.Name, $"{m.Meaning} [{m.Unit}]"))];

    public RunOutputs Read(Node? node) => keys.Mapping(node, "outputs", Keys) is not { } map
        ? RunOutputs.None
        : new RunOutputs { Events = Flag(map["events"], "outputs.events"), Series = ReadSeries(map["series"]) };

    private SeriesRequest? ReadSeries(Node? node)
    {
        if (keys.Mapping(node, "outputs.series", SeriesKeys) is not { } map)
        {
            return null;
        }

        if (map["every"] is null or ScalarNode { IsEmpty: true })
        {
            log.Add(map.Place, "outputs.series.every", "the key \"every\" is missing; series need it: the ticks from one row to the next, as in every: 13");
        }

        var every = keys.Whole(map["every"], "outputs.series.every", 1, MostTicks) ?? 1;
        var replicates = keys.Whole(map["replicates"], "outputs.series.replicates", 1, MostReplicates);
        if (map["metrics"] is ListNode { Items.Count: 0 } list)
        {
            log.Add(list.Place, "outputs.series.metrics", $"outputs.series.metrics is an empty list; leave it out for all, or name some of {string.Join(", ", keys.Model.Metrics.Select(m => m.Name))}");
        }

        var names = keys.Names(map["metrics"], "outputs.series.metrics", MetricsOf(keys.Model));
        return new((int)every, [.. names.SelectMany(name => keys.Model.Metrics.Where(m => m.Name == name))], (int?)replicates);
    }

    private bool Flag(Node? node, string key)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return false;
        }

        if (ScalarReader.Flag(node) is { } flag)
        {
            return flag;
        }

        log.Add(node.Place, key, $"{key} is {NodeTree.Describe(node)}; allowed: true, false");
        return false;
    }
}
