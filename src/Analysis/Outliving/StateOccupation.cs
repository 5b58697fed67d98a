namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// The share of programs in each state at every tick, counted from raw event ticks. No run is censored before the horizon, so the counts
/// are the Aalen–Johansen estimate itself; standardized over conditions they are its weighted mean over design points.
/// </summary>
/// <remarks>
/// Runs of one cluster may share their random numbers or their conditions; errors are those of independent clusters:
/// √(Σ_c (k_c − p m_c)²)/Σ_c m_c, with weight k_c of m_c in the state (Liang and Zeger 1986, https://doi.org/10.1093/biomet/73.1.13).
/// With one run a cluster this is √(p(1 − p)/n), the error of the Aalen–Johansen estimate; never less is given, as few clusters make
/// it too small. States and their shares: Andersen and Keiding (2012), https://doi.org/10.1002/sim.4385.
/// </remarks>
/// <param name="Runs">Number of runs.</param>
/// <param name="Shares">Shares by state and tick, from tick 0; after the states, those that have failed at all.</param>
/// <param name="Errors">Standard errors of the shares.</param>
public sealed record StateOccupation(int Runs, IReadOnlyList<IReadOnlyList<double>> Shares, IReadOnlyList<IReadOnlyList<double>> Errors)
{
    /// <summary>The shares in a state by tick.</summary>
    public IReadOnlyList<double> this[ProgramState state] => Shares[(int)state];

    /// <summary>Standard errors of the shares in a state by tick.</summary>
    public IReadOnlyList<double> ErrorsOf(ProgramState state) => Errors[(int)state];

    /// <summary>The shares that have failed, before or after the exit, by tick.</summary>
    public IReadOnlyList<double> Failed => Shares[OccupationTally.AnyFailure];

    /// <summary>Standard errors of <see cref="Failed"/>.</summary>
    public IReadOnlyList<double> FailedErrors => Errors[OccupationTally.AnyFailure];

    /// <summary>Counts runs that weigh alike; those of one replicate are a cluster.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="horizonTicks">Last tick counted; not beyond the horizon of any run.</param>
    public static StateOccupation Of(IReadOnlyList<ProgramRun> runs, int horizonTicks)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return OfWeighted([.. runs.Select(r => new WeightedRun(r, r.Replicate, 1))], horizonTicks);
    }

    /// <summary>Counts runs with weights.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="horizonTicks">Last tick counted; not beyond the horizon of any run.</param>
    /// <exception cref="ArgumentOutOfRangeException">A run was not observed that long.</exception>
    public static StateOccupation OfWeighted(IReadOnlyList<WeightedRun> runs, int horizonTicks)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count);
        if (runs.FirstOrDefault(r => r.Run.HorizonTicks < horizonTicks) is { Run.HorizonTicks: > 0 } shorter)
        {
            throw new ArgumentOutOfRangeException(nameof(horizonTicks), horizonTicks, $"A run was observed to tick {shorter.Run.HorizonTicks} only.");
        }

        var tally = new OccupationTally(horizonTicks);
        foreach (var cluster in runs.GroupBy(r => r.Cluster))
        {
            tally.Add(cluster);
        }

        return new(runs.Count, tally.Shares(), tally.StandardErrors());
    }
}
