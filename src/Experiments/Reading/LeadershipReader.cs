using System.Text.Json;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads what an experiment says about leadership: which event ends it, which difference matters, whom an intervention removes.</summary>
internal sealed class LeadershipReader(ProblemLog log, KeyReader keys)
{
    /// <summary>The keys of an intervention.</summary>
    public static readonly string[] InterventionKeys = ["remove", "top", "atTick", "after"];

    /// <summary>Whom an intervention removes, by name.</summary>
    public static readonly string[] Targets = ["foundingCore", "director", "top"];

    private const int MostAgents = 10_000_000;

    /// <summary>Names of the events.</summary>
    public static IReadOnlyList<string> EventNames { get; } = [.. LeadershipEvents.All.Select(NameOf)];

    /// <summary>Name of an event in experiment files.</summary>
    public static string NameOf(LeadershipEvent leadership) => JsonNamingPolicy.CamelCase.ConvertName(leadership.ToString());

    /// <summary>The event that ends leadership; that of the founding core when the key is absent.</summary>
    public static LeadershipEvent EventOf(Node? node, ProblemLog log)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return LeadershipEvent.FoundingCore;
        }

        var name = (node as ScalarNode)?.Text ?? "";
        var place = EventNames.ToList().IndexOf(name);
        if (place < 0)
        {
            log.Add(node.Place, "leadership", $"leadership is {NodeTree.Describe(node)}; allowed: {string.Join(", ", EventNames)}",
                Spelling.Nearest(name, [.. EventNames]));
        }

        return place < 0 ? LeadershipEvent.FoundingCore : LeadershipEvents.All[place];
    }

    /// <summary>Smallest difference that matters.</summary>
    public static double MeaningfulOf(Node? node, ProblemLog log)
    {
        if (node is null or ScalarNode { IsEmpty: true })
        {
            return ExperimentSpec.UsualMeaningful;
        }

        if (ScalarReader.Number(node) is { } share and >= 0 and < 1)
        {
            return share;
        }

        log.Add(node.Place, "meaningful", $"meaningful is {NodeTree.Describe(node)}; allowed is a share of the horizon from 0 to below 1, such as 0.05");
        return ExperimentSpec.UsualMeaningful;
    }

    /// <summary>The removal that every world is run with and without; null when the key is absent, or after logging why it is not valid.</summary>
    public Intervention? InterventionOf(Node? node, int horizonTicks)
    {
        if (keys.Mapping(node, "intervention", InterventionKeys) is not { } map)
        {
            return null;
        }

        var target = (map["remove"] as ScalarNode)?.Text ?? (map["top"] is null ? "" : "top");
        if (!Targets.Contains(target))
        {
            log.Add((map["remove"] ?? map).Place, "intervention.remove", $"remove is {(map["remove"] is { } given ? NodeTree.Describe(given) : "missing")}; allowed: foundingCore, director, or top with a number, as in {{top: 2, atTick: 104}}", Spelling.Nearest(target, [.. Targets]));
            return null;
        }

        var top = keys.Whole(map["top"], "intervention.top", 1, MostAgents);
        var after = (int)(keys.Whole(map["after"], "intervention.after", 1, Math.Max(1, horizonTicks - 1))
            ?? Math.Min(Intervention.UsualAfterTicks, Math.Max(1, horizonTicks / 2)));
        if (keys.Whole(map["atTick"], "intervention.atTick", 1, Math.Max(1, horizonTicks - after)) is not { } tick)
        {
            if (map["atTick"] is null)
            {
                log.Add(map.Place, "intervention.atTick", Invariant($"the intervention does not say when; add atTick, a tick from 1 to {horizonTicks - after}"));
            }

            return null;
        }

        var remove = target switch { "director" => ShockTarget.Director, "top" => ShockTarget.TopHolders, _ => ShockTarget.FoundingCore };
        return new(new Shock { Tick = (int)tick, Remove = remove, Count = (int)(top ?? 1) }, after);
    }
}
