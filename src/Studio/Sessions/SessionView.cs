using LeadershipSim.Simulation;
using LeadershipSim.Studio.Drafts;
using LeadershipSim.Studio.Library;
using LeadershipSim.Studio.Worlds;

namespace LeadershipSim.Studio.Sessions;

/// <summary>What a page learns when its worlds begin.</summary>
/// <param name="Id">The session.</param>
/// <param name="Epoch">How often the worlds were begun.</param>
/// <param name="Draft">The draft, with seed and replicate filled in.</param>
/// <param name="Name">Name of the origin.</param>
/// <param name="Series">Names of the series.</param>
/// <param name="Worlds">The worlds.</param>
/// <param name="Files">The experiments that give the same bits, in words of a shell.</param>
internal sealed record SessionView(
    string Id, int Epoch, Draft Draft, string Name, IReadOnlyList<string> Series, IReadOnlyList<WorldInfo> Worlds, IReadOnlyList<string> Files)
{
    /// <summary>The view of a session.</summary>
    public static SessionView Of(StudioSession session)
    {
        var plan = session.Plan!;
        var (epoch, worlds) = session.Worlds;
        var (seed, replicate) = (plan.Worlds[0].Seed.Root, plan.Worlds[0].Replicate);
        return new(
            session.Id,
            epoch,
            plan.Draft with { Seed = Invariant($"{seed}"), Replicate = replicate },
            plan.Origin.Name,
            TickSeries.Names,
            [.. worlds.Select((w, k) => WorldInfo.Of(w, worlds.Length == 1 ? "" : k == 0 ? "A" : "B", plan.Origin.Scenario))],
            [.. plan.Experiments.Select(e => e.Name)]);
    }
}

/// <summary>What stays as it is while a world lives.</summary>
/// <param name="Name">A, B, or empty for a single world.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="HorizonTicks">Last tick.</param>
/// <param name="Sites">Number of sites.</param>
/// <param name="RunId">Id of the run.</param>
/// <param name="Layout">Seats, sites and ties.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="FailsBelow">Vitality below which it fails, under the rule of performance; null under another.</param>
internal sealed record WorldInfo(
    string Name, string Policy, int HorizonTicks, int Sites, string RunId, WorldLayout Layout, IReadOnlyList<ParameterEntry> Parameters, double? FailsBelow)
{
    /// <summary>The world as it is.</summary>
    public static WorldInfo Of(World world, string name, Scenario origin)
    {
        var scenario = world.Run.Point.Scenario;
        var parameters = ParameterEntry.Of(scenario, origin);
        return new(
            name,
            (string)parameters[0].Value!,
            scenario.HorizonTicks,
            scenario.Organization.Sites,
            world.Run.RunId,
            world.Layout,
            parameters,
            scenario.Viability.Rule == Simulation.Processes.ViabilityRule.Performance ? scenario.Viability.Threshold : null);
    }
}
