using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>How programs end, from their founding on: competing causes, programs alive at the horizon censored.</summary>
public enum EndOfProgram
{
    /// <summary>Failed while some of the founding core were there.</summary>
    FailedUnderFounders = 1,

    /// <summary>Failed after the founding core had left.</summary>
    FailedAfterExit = 2,

    /// <summary>Alive when the need ended.</summary>
    NeedEnded = 3,

    /// <summary>Ended by a stop rule of the experiment, each cause an end of its own.</summary>
    Stopped = 4,
}

/// <summary>Cumulative incidence of the ends of programs.</summary>
public static class EndIncidence
{
    /// <summary>The Aalen–Johansen estimate of each end that occurs among the runs of a group; see <see cref="AalenJohansen"/>.</summary>
    /// <returns>The ends; those of stop rules with their causes.</returns>
    public static IReadOnlyList<(EndOfProgram End, string? StopCause, CumulativeIncidence Incidence)> Of(RunGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        string[] causes = [.. group.Runs.Select(r => r.StopCause).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var first = (int)EndOfProgram.Stopped;

        // A program that ends in the tick of its founding lived a part of a tick; cause 0 is censored.
        Lifetime[] lives = [.. group.Runs.Select(r => new Lifetime(Math.Max(r.EndTick, 0.5), CodeOf(r)))];
        return [.. AalenJohansen.Estimate(lives).Select(i => ((EndOfProgram)Math.Min(i.Cause, first), i.Cause < first ? null : causes[i.Cause - first], i))];

        int CodeOf(ProgramRun run) => run.StopCause is { } cause ? first + Array.IndexOf(causes, cause) : (int)(EndOf(run) ?? 0);
    }

    private static EndOfProgram? EndOf(ProgramRun run) =>
        run.Failed ? run.ExitTick is null ? EndOfProgram.FailedUnderFounders : EndOfProgram.FailedAfterExit
        : run.EndTick < run.HorizonTicks ? EndOfProgram.NeedEnded
        : null;
}
