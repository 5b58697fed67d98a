namespace LeadershipSim.Experiments.Storing;

/// <summary>How far an experiment has come.</summary>
public enum ExperimentStatus
{
    /// <summary>Runs are missing, and no session has said that it stopped: one is at work, or was killed.</summary>
    Running,

    /// <summary>Runs are missing; the same command continues.</summary>
    Incomplete,

    /// <summary>Every planned run is there.</summary>
    Complete,

    /// <summary>Every planned run was tried, and some failed.</summary>
    CompleteWithFailures,
}
