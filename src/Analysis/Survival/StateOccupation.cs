using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// The share of programs in each state at every tick, counted from raw event ticks: led by founders, outliving them, failed, no
/// longer needed. No run is censored before the horizon, so the counts are the Aalen–Johansen estimate itself.
/// </summary>
/// <param name="Runs">Number of runs.</param>
/// <param name="FounderLed">Alive, and some of the founding core still there; by tick, from 0.</param>
/// <param name="Outliving">Alive, and the founding core gone.</param>
/// <param name="Failed">Ended while it was needed.</param>
/// <param name="NeedEnded">Alive when the need ended.</param>
public sealed record StateOccupation(
    int Runs,
    IReadOnlyList<double> FounderLed,
    IReadOnlyList<double> Outliving,
    IReadOnlyList<double> Failed,
    IReadOnlyList<double> NeedEnded)
{
    /// <summary>Counts the runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="horizonTicks">Last tick counted; not beyond the horizon of any run.</param>
    public static StateOccupation Of(IReadOnlyList<ProgramRun> runs, int horizonTicks)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count);
        if (runs.FirstOrDefault(r => r.HorizonTicks < horizonTicks) is { HorizonTicks: > 0 } shorter)
        {
            throw new ArgumentOutOfRangeException(nameof(horizonTicks), horizonTicks, $"A run was observed to tick {shorter.HorizonTicks} only.");
        }

        var counts = new int[4][];
        for (var state = 0; state < counts.Length; state++)
        {
            counts[state] = new int[horizonTicks + 1];
        }

        foreach (var run in runs)
        {
            for (var tick = 0; tick <= horizonTicks; tick++)
            {
                counts[(int)StateAt(run, tick)][tick]++;
            }
        }

        return new(runs.Count, Shares(counts[0]), Shares(counts[1]), Shares(counts[2]), Shares(counts[3]));

        double[] Shares(int[] count) => [.. count.Select(c => (double)c / runs.Count)];
    }

    private static State StateAt(in ProgramRun run, int tick)
    {
        if (run.Failed && tick >= run.EndTick)
        {
            return State.Failed;
        }

        if (!run.Failed && tick >= run.EndTick && run.EndTick < run.HorizonTicks)
        {
            return State.NeedEnded;
        }

        return run.FoundingExitTick is { } exit && tick >= exit ? State.Outliving : State.FounderLed;
    }

    private enum State
    {
        FounderLed,
        Outliving,
        Failed,
        NeedEnded,
    }
}
