using System.Runtime.InteropServices;

namespace LeadershipSim.Simulation.State;

/// <summary>What an observer sees after a tick: read-only spans, one entry a seat.</summary>
public readonly ref struct TickView
{
    private readonly RunState _run;

    internal TickView(RunState run) => _run = run;

    internal RunState Run => _run;

    /// <summary>Tick, 0 at founding.</summary>
    public int Tick => _run.Tick;

    /// <summary>The organization: authority, power, experience, strain, ties.</summary>
    public OrganizationView Organization => new(_run);

    /// <summary>Open decisions of a seat's agent: its responsibility.</summary>
    public int Responsibility(int seat) => _run.Queues.Open(seat);

    /// <summary>Vitality H.</summary>
    public double Vitality => _run.Program.Vitality;

    /// <summary>Need level N_t.</summary>
    public double NeedLevel => _run.Tick >= _run.Need.EndTick ? 0 : _run.Need.LevelAt(_run.Tick);

    /// <summary>Whether the program lives on.</summary>
    public bool IsAlive => _run.Program.IsAlive;

    /// <summary>Why it stopped, null while it lives.</summary>
    public EndCause? EndCause => _run.Program.Ended;

    /// <summary>What the stop rule that ended the program calls its end; null where none did.</summary>
    public string? StopCause => _run.Program.StopCause;

    /// <summary>Departures so far.</summary>
    public int Departures => _run.Organization.Departures;

    /// <summary>Changes of the scenario that have been made so far, by their numbers in it, in order.</summary>
    public ReadOnlySpan<int> ChangesMade => CollectionsMarshal.AsSpan(_run.ChangesMade);

    /// <summary>
    /// Who handed how much authority to whom in this tick, in order; empty unless the observer asks by <see cref="ITickObserver.ReadsHandOvers"/>. An
    /// election and other policies that share authority out from several to several name no giver and no taker.
    /// </summary>
    public ReadOnlySpan<HandOver> HandOvers => _run.Interactions.HandOvers;

    /// <summary>Leadership generations that have left so far.</summary>
    public int CoreExits => _run.Core.ExitTicks.Count;

    /// <summary>Decisions resolved so far, successfully or not.</summary>
    public long DecisionsResolved => _run.Tally.TotalResolved;

    /// <summary>Of these, successfully.</summary>
    public long DecisionsSucceeded => _run.Tally.TotalSucceeded;

    /// <summary>Decisions that failed unresolved so far.</summary>
    public long DecisionsFailed => _run.Tally.TotalFailed;

    /// <summary>Share of dimensions on which the code equals reality.</summary>
    public double CodeKnowledge => Knowledge.OfCode(_run);

    /// <summary>Share of dimensions on which beliefs equal reality, mean over agents.</summary>
    public double MeanKnowledge => Knowledge.MeanOfAgents(_run);

    /// <summary>Σ_j C_j R_j / m.</summary>
    public double CodeScore => Knowledge.ScoreOfCode(_run);
}
