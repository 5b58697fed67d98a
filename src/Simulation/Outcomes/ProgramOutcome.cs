using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>The outcome of one run: raw event ticks, never only a flag, and what the run held at its end and on average.</summary>
public sealed record ProgramOutcome
{
    /// <summary>Last tick simulated.</summary>
    public required int EndTick { get; init; }

    /// <summary>Why it was the last.</summary>
    public required EndCause EndCause { get; init; }

    /// <summary>What the stop rule that ended the program calls its end; null where none did.</summary>
    public string? StopCause { get; init; }

    /// <summary>T_lead: the tick at which the last of the founding core left, or the last tick at which one was still there.</summary>
    public required EventTime FoundingExit { get; init; }

    /// <summary>The tick at which the director left who occupied seat 0 at the founding: the same person under every policy.</summary>
    public required EventTime DirectorExit { get; init; }

    /// <summary>The tick at which more than half of the founders had left.</summary>
    public required EventTime FounderMajorityExit { get; init; }

    /// <summary>The tick at which the last founder left.</summary>
    public required EventTime LastFounderExit { get; init; }

    /// <summary>The first tick at which founders together held less than half of all authority; 0 where they did at the founding.</summary>
    public required EventTime FoundersBelowHalfOfAuthority { get; init; }

    /// <summary>The first tick at which founders together held less than half of power.</summary>
    public required EventTime FoundersBelowHalfOfPower { get; init; }

    /// <summary>Ticks at which the cores of the first, second, ... leadership generation had left.</summary>
    public required IReadOnlyList<int> CoreExitTicks { get; init; }

    /// <summary>Size of the founding core.</summary>
    public required int FoundingCoreSize { get; init; }

    /// <summary>The tick at which the need ends, or the horizon if it does not by then; known even when the program ended before.</summary>
    public required EventTime NeedEnd { get; init; }

    /// <summary>Vitality H at the end.</summary>
    public required double Vitality { get; init; }

    /// <summary>Share of authority that is vacant at the end.</summary>
    public required double VacantAuthority { get; init; }

    /// <summary>Ticks at which some authority was vacant when decisions arose.</summary>
    public required int VacancyTicks { get; init; }

    /// <summary>Mean over ticks of the effective number of holders (inverse Herfindahl of held authority; 0 when none is held).</summary>
    public required double MeanEffectiveHolders { get; init; }

    /// <summary>Authority, power and responsibility at the end.</summary>
    public required LeadershipLedger Ledger { get; init; }

    /// <summary>Gini coefficient of authority over occupied seats at the end.</summary>
    public double AuthorityGini => Ledger.Authority.Gini;

    /// <summary>Unmet need: ticks, up to the end of the need or the horizon, in which the need outlived a program that failed or was stopped.</summary>
    public int UnmetNeedTicks => EndCause is EndCause.Failure or EndCause.Stopped ? NeedEnd.Tick - EndTick : 0;

    /// <summary>Expected number of decisions that arise in those ticks and find no program.</summary>
    public required double UnmetDecisions { get; init; }

    /// <summary>Decisions resolved, successfully or not.</summary>
    public required long DecisionsResolved { get; init; }

    /// <summary>Of these, successfully.</summary>
    public required long DecisionsSucceeded { get; init; }

    /// <summary>Decisions that failed unresolved: vacuum, channels, patience, lost queues.</summary>
    public required long DecisionsFailed { get; init; }

    /// <summary>Departures.</summary>
    public required int Departures { get; init; }

    /// <summary>Of these, forced by shocks.</summary>
    public required int ShockDepartures { get; init; }

    /// <summary>Shocks that found nobody to remove, as where the founding core had left before its removal.</summary>
    public required int IdleShocks { get; init; }

    /// <summary>Share of dimensions on which the code equals reality at the end.</summary>
    public required double CodeKnowledge { get; init; }

    /// <summary>Σ_j C_j R_j / m at the end.</summary>
    public required double CodeScore { get; init; }

    /// <summary>Share of dimensions on which agents' beliefs equal reality, mean over agents, at the end.</summary>
    public required double MeanKnowledge { get; init; }

    /// <summary>What was followed in the run besides, one value for each of the metrics that an experiment defines; NaN: does not exist for this run.</summary>
    public IReadOnlyList<double> Followed { get; init; } = [];

    /// <summary>Digest of the final state, bit for bit: equal digests mean equal runs.</summary>
    public required ulong StateDigest { get; init; }

    /// <summary>How the same world ended with leaders removed; null where nobody was to be removed.</summary>
    public TwinOutcome? Twin { get; init; }

    /// <summary>
    /// Life after the founding leadership, in ticks; null when the leadership did not leave before the program ended. A program
    /// that ends in the very tick in which its core has left lived one tick.
    /// </summary>
    public EventTime? ResidualLife =>
        FoundingExit.Occurred ? new(EndTick - FoundingExit.Tick + 1, EndCause == EndCause.Failure) : null;
}
