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
}

/// <summary>Cumulative incidence of the ends of programs.</summary>
public static class EndIncidence
{
    /// <summary>The Aalen–Johansen estimate of each end that occurs among the runs of a group; see <see cref="AalenJohansen"/>.</summary>
    public static IReadOnlyList<(EndOfProgram End, CumulativeIncidence Incidence)> Of(RunGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);

        // A program that ends in the tick of its founding lived a part of a tick; cause 0 is censored.
        Lifetime[] lives = [.. group.Runs.Select(r => new Lifetime(Math.Max(r.EndTick, 0.5), (int)(EndOf(r) ?? 0)))];
        return [.. AalenJohansen.Estimate(lives).Select(i => ((EndOfProgram)i.Cause, i))];
    }

    private static EndOfProgram? EndOf(ProgramRun run) =>
        run.Failed ? run.ExitTick is null ? EndOfProgram.FailedUnderFounders : EndOfProgram.FailedAfterExit
        : run.EndTick < run.HorizonTicks ? EndOfProgram.NeedEnded
        : null;
}
