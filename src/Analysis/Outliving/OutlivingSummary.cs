using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Whether, and for how long, the programs of a group outlive their leadership.</summary>
public sealed record OutlivingSummary
{
    private readonly WeakReference<KaplanMeierCurve> _survival = new(null!);

    /// <summary>The group.</summary>
    public required RunGroup Group { get; init; }

    /// <summary>Runs whose founding core left: those the survival curve is about.</summary>
    public required int FoundingExits { get; init; }

    /// <summary>Runs that failed, or were stopped, while the founding core was there: the competing event.</summary>
    public required int FailedBeforeExit { get; init; }

    /// <summary>Runs that ended alive with the founding core still there.</summary>
    public required int CensoredBeforeExit { get; init; }

    /// <summary>Ticks after the exit at which <see cref="Outlives"/> looks.</summary>
    public required int LandmarkTicks { get; init; }

    /// <summary>
    /// Share of programs alive so many ticks after the exit, among those that could be observed so long (exit early enough before
    /// horizon and end of need, which do not depend on the program's fate). Runs of one replicate are a cluster: they may share their
    /// random numbers.
    /// </summary>
    public required Proportion Outlives { get; init; }

    /// <summary>Share of all runs in which the program failed before its leadership left.</summary>
    public required Proportion FailsBeforeExit { get; init; }

    /// <summary>Runs that failed, or were stopped, after the exit, or in its tick.</summary>
    public required int FailedAfterExit { get; init; }

    /// <summary>Survival from the exit on. It is estimated when it is asked for: the curves of many design points would not fit into memory.</summary>
    public KaplanMeierCurve Survival
    {
        get
        {
            if (!_survival.TryGetTarget(out var curve))
            {
                curve = KaplanMeier.Of(TimeOrigin.ResidualLives(Group.Runs));
                _survival.SetTarget(curve);
            }

            return curve;
        }
    }

    /// <summary>τ of the restricted mean: a time at which some of the programs are still observed.</summary>
    public required int RestrictedMeanTicks { get; init; }

    /// <summary>
    /// Mean ticks lived after the exit, up to <see cref="RestrictedMeanTicks"/>, with a normal interval cut to what is possible; null when
    /// no leadership left.
    /// </summary>
    public Interval? RestrictedMean
    {
        get
        {
            if (FoundingExits == 0)
            {
                return null;
            }

            var (_, mean, error) = Survival.RestrictedMeanTo(RestrictedMeanTicks);
            var reach = NormalQuantile.Quantile975 * error;
            return new Interval(mean, Math.Max(0, mean - reach), Math.Min(RestrictedMeanTicks, mean + reach));
        }
    }

    /// <summary>Summarizes a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="landmarkTicks">Ticks after the exit at which programs are looked at.</param>
    /// <param name="restrictedMeanTicks">τ of the restricted mean, in ticks; the same for all groups that are compared.</param>
    public static OutlivingSummary Of(RunGroup group, int landmarkTicks, int restrictedMeanTicks)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(landmarkTicks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(restrictedMeanTicks);
        var before = group.Runs.Where(r => r.ExitTick is null).ToArray();
        var failedBefore = before.Count(r => r.HasEnded);
        var observable = group.Runs.Where(r => IsObservable(r, landmarkTicks)).ToArray();
        return new OutlivingSummary
        {
            Group = group,
            FoundingExits = group.Runs.Count - before.Length,
            FailedBeforeExit = failedBefore,
            FailedAfterExit = group.Runs.Count(r => r is { HasEnded: true, ExitTick: not null }),
            CensoredBeforeExit = before.Length - failedBefore,
            LandmarkTicks = landmarkTicks,
            Outlives = Proportion.OfClusters(observable.Select(r => (r.Replicate, IsAliveAfter(r, landmarkTicks)))),
            FailsBeforeExit = Proportion.OfClusters(group.Runs.Select(r => (r.Replicate, r is { HasEnded: true, ExitTick: null }))),
            RestrictedMeanTicks = restrictedMeanTicks,
        };
    }

    /// <summary>Whether the program could have been observed so many ticks after the exit, whatever its fate.</summary>
    internal static bool IsObservable(ProgramRun run, int landmarkTicks) =>
        run.ExitTick is { } exit && run.LastObservableTick - exit + 1 >= landmarkTicks;

    /// <summary>Whether the program lived so many ticks after the exit.</summary>
    internal static bool IsAliveAfter(ProgramRun run, int landmarkTicks) =>
        TimeOrigin.ResidualLife(run) is { } life && (!life.Event || life.Time > landmarkTicks);
}
