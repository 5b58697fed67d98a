namespace LeadershipSim.Analysis.Survival;

/// <summary>A subject with the time at which its leadership left.</summary>
/// <param name="Life">The subject, with time counted from its start.</param>
/// <param name="ExitTime">Time of the exit, in ticks from the start; null when it was never seen.</param>
public readonly record struct ExitObservation(Lifetime Life, double? ExitTime)
{
    /// <summary>Whether the leadership left while the subject was observed.</summary>
    public bool Exited => ExitTime <= Life.Time;
}
