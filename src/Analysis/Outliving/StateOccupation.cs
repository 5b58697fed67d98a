using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// The share of programs in each state at every tick, counted from raw event ticks: led by founders, outliving them, failed, no
/// longer needed. No run is censored before the horizon, so the counts are the Aalen–Johansen estimate itself.
/// </summary>
/// <remarks>
/// Runs of one replicate may share their random numbers; they are a cluster, and errors are those of independent clusters:
/// √(Σ_c (k_c − p m_c)²)/n, with k_c of m_c runs of the cluster in the state (Liang and Zeger 1986, https://doi.org/10.1093/biomet/73.1.13).
/// With one run a replicate this is √(p(1 − p)/n), the error of the Aalen–Johansen estimate; never less is given, as few replicates make
/// it too small.
/// </remarks>
/// <param name="Runs">Number of runs.</param>
/// <param name="FounderLed">Alive, and some of the founding core still there; by tick, from 0.</param>
/// <param name="Outliving">Alive, and the founding core gone.</param>
/// <param name="Failed">Ended while it was needed.</param>
/// <param name="NeedEnded">Alive when the need ended.</param>
/// <param name="StandardErrors">Standard errors of the shares.</param>
public sealed record StateOccupation(
    int Runs,
    IReadOnlyList<double> FounderLed,
    IReadOnlyList<double> Outliving,
    IReadOnlyList<double> Failed,
    IReadOnlyList<double> NeedEnded,
    OccupationErrors StandardErrors)
{
    private static readonly int States = Enum.GetValues<State>().Length;

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

        var tallies = new ClusterTally[States, horizonTicks + 1];
        foreach (var cluster in runs.GroupBy(r => r.Replicate))
        {
            AddTo(tallies, [.. cluster], horizonTicks);
        }

        var sizes = runs.GroupBy(r => r.Replicate).Sum(c => (long)c.Count() * c.Count());
        return new(
            runs.Count,
            By(State.FounderLed, t => t.Share(runs.Count)),
            By(State.Outliving, t => t.Share(runs.Count)),
            By(State.Failed, t => t.Share(runs.Count)),
            By(State.NeedEnded, t => t.Share(runs.Count)),
            new(Errors(State.FounderLed), Errors(State.Outliving), Errors(State.Failed), Errors(State.NeedEnded)));

        double[] Errors(State state) => By(state, t => t.StandardError(runs.Count, sizes));

        double[] By(State state, Func<ClusterTally, double> value) =>
            [.. Enumerable.Range(0, horizonTicks + 1).Select(tick => value(tallies[(int)state, tick]))];
    }

    private static void AddTo(ClusterTally[,] tallies, ProgramRun[] cluster, int horizonTicks)
    {
        Span<int> inState = stackalloc int[States];
        for (var tick = 0; tick <= horizonTicks; tick++)
        {
            inState.Clear();
            foreach (var run in cluster)
            {
                inState[(int)StateAt(run, tick)]++;
            }

            for (var state = 0; state < States; state++)
            {
                tallies[state, tick] = tallies[state, tick].Plus(inState[state], cluster.Length);
            }
        }
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

    // Sums over clusters of k, k² and k m: whole numbers, so the error is exact up to its last step.
    private readonly record struct ClusterTally(long Count, long Squares, long Products)
    {
        public ClusterTally Plus(long inState, long size) => new(Count + inState, Squares + (inState * inState), Products + (inState * size));

        public double Share(int runs) => (double)Count / runs;

        public double StandardError(int runs, long sizes)
        {
            var share = Share(runs);
            return Math.Sqrt(Math.Max(runs * share * (1 - share), Squares - (2 * share * Products) + (share * share * sizes))) / runs;
        }
    }
}
