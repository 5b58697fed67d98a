namespace LeadershipSim.Experiments.Recording;

/// <summary>What can happen in a run.</summary>
public enum RunEventKind
{
    /// <summary>A shock of the scenario; the detail says whom it removes.</summary>
    Shock,

    /// <summary>An agent left its seat; the value is the authority it held.</summary>
    Departure,

    /// <summary>The last of a leadership generation's core left; the value counts the generations from 1.</summary>
    CoreExit,

    /// <summary>Authority that was vacant at a seat was passed on; the value is for how many ticks it was vacant.</summary>
    Succession,

    /// <summary>Another agent came to be the largest holder; the value is the authority it holds.</summary>
    LeaderChange,

    /// <summary>
    /// From this tick on the run follows another scenario; the detail says what changed, the value which change of the scenario it is, from 0.
    /// </summary>
    Change,

    /// <summary>The run stopped; the detail says why: failure, needEnded or horizon.</summary>
    End,
}

/// <summary>Something that happened in a run.</summary>
/// <param name="Tick">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Seat">At which seat, from 0; −1: at none.</param>
/// <param name="Generation">Which of the seat's agents, from 0; −1: none.</param>
/// <param name="Value">How much; NaN: there is nothing to measure.</param>
/// <param name="Detail">In a word; empty where there is nothing to say.</param>
public readonly record struct RunEvent(int Tick, RunEventKind Kind, int Seat, int Generation, double Value, string Detail);
