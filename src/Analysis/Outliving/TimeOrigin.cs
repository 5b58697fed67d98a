using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// From when on a program outlives its leadership: time 0 is the tick at which the last of the founding core left. This is the
/// most dangerous choice of the study, so it stands alone.
/// </summary>
/// <remarks>
/// Grouping all runs by whether the leadership ever left would credit programs with the time they had to survive to see it leave
/// (immortal-time bias, Suissa 2008, https://doi.org/10.1093/aje/kwm324). So only runs whose core left enter, at that tick; programs
/// that failed before are a competing event and are counted apart. The tick of the exit is tick 1: a program that fails in it lived
/// one tick and stays in.
/// </remarks>
public static class TimeOrigin
{
    /// <summary>
    /// Residual life of the runs whose founding core left: event where the program failed or was stopped, censored otherwise. Runs of one replicate are a
    /// cluster: they may share their random numbers.
    /// </summary>
    public static IReadOnlyList<Lifetime> ResidualLives(IEnumerable<ProgramRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.Select(ResidualLife).OfType<Lifetime>()];
    }

    /// <summary>Residual life of one run; null when the founding core was there to the end.</summary>
    /// <exception cref="ArgumentException">The core left after the run's last tick.</exception>
    public static Lifetime? ResidualLife(ProgramRun run)
    {
        if (run.ExitTick is not { } exit)
        {
            return null;
        }

        return exit <= run.EndTick
            ? new Lifetime(run.EndTick - exit + 1, run.HasEnded) { Cluster = Invariant($"{run.Replicate}") }
            : throw new ArgumentException($"The leadership left at tick {exit}, but the run ended at tick {run.EndTick}: the outcome is damaged.", nameof(run));
    }
}
