using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Simulation;

/// <summary>
/// The story of a tick. People leave, reality changes, seats are filled; vacant authority is passed on and authority is shared;
/// decisions arise, are addressed and made; people and code learn from each other; strain, power and trust relax; the
/// program lives on or ends; and observers look on.
/// </summary>
public static class TickSchedule
{
    /// <summary>The processes, in their order.</summary>
    public static IReadOnlyList<Type> Phases { get; } = [.. Of(new Scenario(), new Observation(null)).Select(p => p.GetType())];

    internal static ITickProcess[] Of(Scenario scenario, Observation observation) =>
    [
        scenario.Turnover,
        scenario.Turbulence,
        scenario.Recruitment,
        new AuthoritySuccession(),
        new AuthoritySharing(),
        scenario.Demand,
        scenario.Decisions,
        scenario.Learning,
        scenario.Relaxation,
        scenario.Viability,
        observation,
    ];
}
