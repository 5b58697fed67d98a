namespace LeadershipSim.Analysis.Outliving;

/// <summary>Where a program is at a tick. Every run is in one of the states at every tick up to the horizon: nobody is left out.</summary>
public enum ProgramState
{
    /// <summary>Alive, and its leadership still there.</summary>
    Led,

    /// <summary>Alive and needed, and its leadership gone.</summary>
    Outliving,

    /// <summary>Failed while its leadership was there.</summary>
    FailedBefore,

    /// <summary>Failed after its leadership had left, or in the same tick.</summary>
    FailedAfter,

    /// <summary>Alive when its need ended.</summary>
    NeedEnded,

    /// <summary>Ended by a stop rule of the experiment.</summary>
    Stopped,
}
