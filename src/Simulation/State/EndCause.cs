namespace LeadershipSim.Simulation.State;

/// <summary>Why a run stopped.</summary>
public enum EndCause
{
    /// <summary>The horizon was reached with the program alive: censored.</summary>
    Horizon,

    /// <summary>The program failed while it was needed.</summary>
    Failure,

    /// <summary>The need ended before the program did.</summary>
    NeedEnded,

    /// <summary>A stop rule of the scenario ended the program.</summary>
    Stopped,
}
