using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>
/// The story of a tick. People leave, reality changes, seats are filled; vacant authority is passed on and authority is shared;
/// decisions arise, are addressed and made; people and code learn from each other; strain, power and trust relax; the
/// program lives on or ends; and observers look on.
/// </summary>
/// <remarks>
/// Each phase is handed the parts of the scenario on which it depends. Four dependencies lie in the run's state, so that the order matters beyond the story:
/// Demand brings the index of authority and the channels up to date, on which Decisions relies, and addresses with the decisions stream, so that the
/// demand stream is the same under every policy; Viability closes the tick's tally, which Relaxation reads before; the end of the need is drawn from the
/// demand stream when the run is laid out.
/// </remarks>
public static class TickSchedule
{
    /// <summary>The processes, in their order.</summary>
    public static IReadOnlyList<Type> Phases { get; } = [.. Of(new Scenario(), new Observation(null)).Select(p => p.GetType())];

    internal static ITickProcess[] Of(Scenario scenario, Observation observation) =>
    [
        new Departures(scenario.Turnover, scenario.Shocks),
        scenario.Turbulence,
        new Hiring(scenario.Recruitment, scenario.Sharing),
        new AuthoritySuccession(scenario.Policy),
        new AuthoritySharing(scenario.Policy),
        scenario.Demand,
        scenario.Decisions,
        scenario.Learning,
        scenario.Relaxation,
        scenario.Viability,
        observation,
    ];

    /// <summary>What comes before the first tick: the run is laid out, the phases take effect, the program is founded.</summary>
    /// <returns>The phases of its ticks.</returns>
    internal static ITickProcess[] Found(RunState run, Scenario scenario, RunSeed seed, Observation observation)
    {
        run.Reset(
            new RunFrame(
                scenario.Organization,
                scenario.Network,
                scenario.Trust,
                scenario.Channels,
                scenario.Need,
                scenario.HorizonTicks,
                scenario.Decisions.PatienceTicks,
                scenario.Ledger),
            seed);
        var schedule = Of(scenario, observation);
        foreach (var process in schedule)
        {
            process.TakeEffect(run);
        }

        new ProgramFounding(scenario.Founding, scenario.Sharing, scenario.Learning.SlowShare, scenario.Policy, scenario.Network.Data).Found(run);
        return schedule;
    }

    /// <summary>What a new scenario changes in a run under way: the phases whose parts differ take effect again.</summary>
    /// <returns>The phases of the ticks to come.</returns>
    internal static ITickProcess[] Change(RunState run, ITickProcess[] schedule, Scenario before, Scenario after, Observation observation)
    {
        run.Ties.Follow(after.Trust);
        run.Channels.Follow(after.Channels);
        var changed = Of(after, observation);
        for (var phase = 0; phase < changed.Length; phase++)
        {
            if (!changed[phase].Equals(schedule[phase]))
            {
                changed[phase].TakeEffect(run);
            }
        }

        if (after.Policy.GetType() != before.Policy.GetType())
        {
            new PolicyChange(after.Policy).Step(run);
        }

        return changed;
    }
}
