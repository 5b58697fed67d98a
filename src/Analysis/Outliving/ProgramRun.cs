namespace LeadershipSim.Analysis.Outliving;

/// <summary>The raw event ticks of one run, as the analysis needs them.</summary>
/// <param name="Replicate">Replicate, from 0; equal replicates of different design points share their random numbers.</param>
/// <param name="EndTick">Last tick of the run.</param>
/// <param name="Failed">Whether the program failed at <paramref name="EndTick"/>; otherwise it was censored there.</param>
/// <param name="ExitTick">Tick at which the leadership left, by the event that the study takes for it; null when it had not by the end.</param>
/// <param name="NeedEndTick">Tick at which the need ends, known even if the program failed before; null when it does not end by the horizon.</param>
/// <param name="HorizonTicks">Last tick a run of this design point can have.</param>
public readonly record struct ProgramRun(int Replicate, int EndTick, bool Failed, int? ExitTick, int? NeedEndTick, int HorizonTicks)
{
    /// <summary>Decisions expected to arise after a failure while they were needed; NaN where results do not say.</summary>
    public double UnmetDecisions { get; init; } = double.NaN;

    /// <summary>The cause of the stop rule that ended the program; null where none did.</summary>
    public string? StopCause { get; init; }

    /// <summary>Whether the program ended while it was needed: it failed, or was stopped.</summary>
    public bool HasEnded => Failed || StopCause is not null;

    /// <summary>Last tick at which the program could have been observed, had it not ended: horizon or end of need.</summary>
    public int LastObservableTick => Math.Min(HorizonTicks, NeedEndTick ?? HorizonTicks);
}
