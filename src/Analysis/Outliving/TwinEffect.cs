using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Simulation.State;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// The effect of an exit on the very programs it happens to: pairs of the same world with and without it. Only programs that were alive
/// when the exit came, and in which it found somebody to remove, are counted; up to then their twins are the same.
/// </summary>
/// <param name="Pairs">Pairs that were alive at the exit.</param>
/// <param name="EndedBefore">Pairs that had ended before it.</param>
/// <param name="NobodyRemoved">Pairs that were alive and had nobody to remove, as where the founding core had left already: not counted.</param>
/// <param name="BothAlive">Alive at the landmark with and without the exit.</param>
/// <param name="FailedThroughExit">Alive at the landmark without the exit only.</param>
/// <param name="SavedByExit">Alive at the landmark with the exit only.</param>
/// <param name="BothFailed">Alive at the landmark neither way.</param>
/// <param name="SurvivalEffect">
/// Share alive with minus without the exit, with the interval of Agresti and Min (2005, doi:10.1002/sim.1781) for matched pairs: half a pair
/// is added to each of the four counts. Null without pairs.
/// </param>
/// <param name="LifeEffect">
/// Mean of program life with minus without the exit, in ticks, both cut at the horizon, with Student's interval for paired differences. Null
/// with fewer than two pairs.
/// </param>
public sealed record TwinEffect(
    int Pairs,
    int EndedBefore,
    int NobodyRemoved,
    int BothAlive,
    int FailedThroughExit,
    int SavedByExit,
    int BothFailed,
    Interval? SurvivalEffect,
    Interval? LifeEffect)
{
    // Of a two-sided 95 % interval.
    private const double UpperTail = 0.975;

    /// <summary>The effect over pairs.</summary>
    /// <param name="pairs">Pairs of one design point, or pooled.</param>
    /// <param name="exitTick">Tick of the exit.</param>
    /// <param name="landmarkTicks">Ticks after the exit at which programs are looked at; the horizon has to reach that far.</param>
    public static TwinEffect Of(IEnumerable<TwinPair> pairs, int exitTick, int landmarkTicks)
    {
        TwinPair[] all = [.. pairs];

        // An exit happens at the start of its tick: programs that end in the same tick were alive for it.
        TwinPair[] alive = [.. all.Where(p => IsAliveFor(p, exitTick))];
        TwinPair[] hit = [.. alive.Where(p => p.FoundSomebody)];
        var counts = hit.CountBy(p => (IsAlive(p.Without, exitTick + landmarkTicks), IsAlive(p.With, exitTick + landmarkTicks))).ToDictionary();
        var (both, lost) = (counts.GetValueOrDefault((true, true)), counts.GetValueOrDefault((true, false)));
        var (saved, none) = (counts.GetValueOrDefault((false, true)), counts.GetValueOrDefault((false, false)));
        double[] differences = [.. hit.Select(p => (double)p.With.Tick - p.Without.Tick)];
        return new TwinEffect(hit.Length, all.Length - alive.Length, alive.Length - hit.Length, both, lost, saved, none, Matched(hit.Length, lost, saved), Mean(differences));
    }

    /// <summary>Whether the program was alive when the exit came.</summary>
    internal static bool IsAliveFor(TwinPair pair, int exitTick) => pair.Without.Tick >= exitTick && pair.With.Tick >= exitTick;

    /// <summary>Whether the program is alive after a tick, or its need has ended before.</summary>
    internal static bool IsAlive(ProgramEnd end, int tick) => end.Cause is not (EndCause.Failure or EndCause.Stopped) || end.Tick > tick;

    private static Interval? Matched(int pairs, int lost, int saved)
    {
        if (pairs == 0)
        {
            return null;
        }

        var (n, b, c) = (pairs + 2.0, lost + 0.5, saved + 0.5);
        var centre = (c - b) / n;
        var error = Math.Sqrt(b + c - (n * centre * centre)) / n;
        return new Interval((double)(saved - lost) / pairs, Math.Max(-1, centre - (NormalQuantile.Quantile975 * error)), Math.Min(1, centre + (NormalQuantile.Quantile975 * error)));
    }

    private static Interval? Mean(double[] differences)
    {
        if (differences.Length < 2)
        {
            return null;
        }

        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1);
        var reach = StudentT.InvCDF(0, 1, differences.Length - 1, UpperTail) * Math.Sqrt(variance / differences.Length);
        return new Interval(mean, mean - reach, mean + reach);
    }
}
