namespace LeadershipSim.Simulation;

/// <summary>Which rules a run followed: raised with every change that moves results at a fixed seed.</summary>
public static class ModelRevision
{
    /// <summary>The present revision.</summary>
    public const int Current = 3;
}
