using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The runs as histories of states, for <see cref="MultiState"/>: led by founders, outliving them, failed, stopped.</summary>
public static class ProgramHistories
{
    /// <summary>Names of the states.</summary>
    public static IReadOnlyList<string> States { get; } = ["led by founders", "outliving", "failed", "stopped"];

    /// <summary>One history per run; observation ends with the run, be it at the horizon or because the need ended.</summary>
    /// <remarks>
    /// An exit in the tick of the end is no state of its own: the program goes from led to failed or stopped. A program that a stop rule ends is not
    /// censored: that would take those that stop for programs that live on as the others do.
    /// </remarks>
    public static IReadOnlyList<StateHistory> Of(IEnumerable<ProgramRun> runs, string group = "")
    {
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.Select(r => new StateHistory(States[0], [.. Moves(r)], r.EndTick, group))];
    }

    private static IEnumerable<StateMove> Moves(ProgramRun run)
    {
        if (run.ExitTick is { } exit && (exit < run.EndTick || (exit == run.EndTick && !run.HasEnded)))
        {
            yield return new(exit, States[1]);
        }

        if (run.HasEnded)
        {
            yield return new(run.EndTick, States[run.Failed ? 2 : 3]);
        }
    }
}
