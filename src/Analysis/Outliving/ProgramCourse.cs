namespace LeadershipSim.Analysis.Outliving;

/// <summary>The states that one run passes through, and how many ticks it spends in each.</summary>
/// <remarks>
/// A program lives through its last tick, in which it fails; so one whose leadership leaves in that tick has outlived it by one tick. The
/// four numbers of ticks add up to the horizon: led, outlived, unmet, not needed.
/// </remarks>
public static class ProgramCourse
{
    /// <summary>Number of states.</summary>
    public static int States { get; } = Enum.GetValues<ProgramState>().Length;

    /// <summary>The state at the end of a tick; 0 is the founding.</summary>
    public static ProgramState StateAt(in ProgramRun run, int tick)
    {
        if (run.Failed && tick >= run.EndTick)
        {
            return run.ExitTick is null ? ProgramState.FailedBefore : ProgramState.FailedAfter;
        }

        if (run.StopCause is not null && tick >= run.EndTick)
        {
            return ProgramState.Stopped;
        }

        if (!run.Failed && tick >= run.EndTick && run.EndTick < run.HorizonTicks)
        {
            return ProgramState.NeedEnded;
        }

        return tick >= run.ExitTick ? ProgramState.Outliving : ProgramState.Led;
    }

    /// <summary>Ticks lived before the leadership left.</summary>
    public static int LedTicks(in ProgramRun run) => run.ExitTick is { } exit ? Math.Min(exit, run.EndTick + 1) - 1 : run.EndTick;

    /// <summary>Ticks lived after the leadership left, while the program was needed; its first tick is that of the exit.</summary>
    public static int OutlivedTicks(in ProgramRun run) => run.EndTick - LedTicks(run);

    /// <summary>Ticks by which the need outlived a program that failed or was stopped.</summary>
    public static int UnmetTicks(in ProgramRun run) => run.HasEnded ? Math.Max(0, run.LastObservableTick - run.EndTick) : 0;

    /// <summary>Ticks after the end of the need.</summary>
    public static int NotNeededTicks(in ProgramRun run) => run.HorizonTicks - run.EndTick - UnmetTicks(run);
}
