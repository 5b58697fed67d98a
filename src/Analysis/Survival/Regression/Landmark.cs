
namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// Moves the time origin to where groups are known: to each subject's own leadership exit, or to one landmark for all. Both avoid
/// immortal time, the time a subject had to survive to be put into its group.
/// </summary>
/// <remarks>
/// Anderson et al. (1983), https://doi.org/10.1200/JCO.1983.1.11.710; Suissa (2008), https://doi.org/10.1093/aje/kwm324. Estimates are
/// about those who reach the origin: report how many do not.
/// </remarks>
public static class Landmark
{
    /// <summary>Time from the own exit on, for those whose leadership left: the tick of the exit is the first.</summary>
    /// <param name="subjects">All subjects.</param>
    /// <returns>Those whose leadership left while they were observed; an end in the tick of the exit has time 1.</returns>
    public static IReadOnlyList<Lifetime> FromExit(IEnumerable<ExitObservation> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return [.. subjects.Where(s => s.Exited).Select(s => s.Life with { Time = s.Life.Time - s.ExitTime!.Value + 1, Entry = 0 })];
    }

    /// <summary>
    /// Time from a landmark on, for those still observed after it, in two groups: those whose leadership had left by the landmark and
    /// those it still led. What happens to the leadership later changes nothing: that keeps the groups honest.
    /// </summary>
    /// <param name="subjects">All subjects.</param>
    /// <param name="landmark">The landmark, in ticks from the start; above 0. Choose it before looking at the data.</param>
    /// <param name="left">Name of the group whose leadership had left.</param>
    /// <param name="led">Name of the group that was still led.</param>
    public static IReadOnlyList<Lifetime> At(IEnumerable<ExitObservation> subjects, double landmark, string left = "leadership left", string led = "still led")
    {
        ArgumentNullException.ThrowIfNull(subjects);
        if (!(landmark > 0 && double.IsFinite(landmark)))
        {
            throw new ArgumentOutOfRangeException(nameof(landmark), landmark, "A landmark is a finite number of ticks above 0.");
        }

        return
        [
            .. subjects.Where(s => s.Life.Time > landmark && s.Life.Entry <= landmark)
                .Select(s => s.Life with { Time = s.Life.Time - landmark, Entry = 0, Group = s.ExitTime <= landmark ? left : led }),
        ];
    }

    /// <summary>
    /// Start–stop rows in which "leadership has left" becomes true at the exit: for a Cox model that uses all of the time rightly.
    /// </summary>
    /// <param name="subjects">All subjects; the cluster of a row is the place of its subject.</param>
    /// <returns>Rows with one covariate, 0 before the exit and 1 after it.</returns>
    public static IReadOnlyList<CoxRow> TimeVarying(IEnumerable<ExitObservation> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return [.. subjects.SelectMany((s, i) => Rows(s, Invariant($"{i}")))];
    }

    // The exit takes effect after its tick: an event in that tick is one of a subject still led.
    private static IEnumerable<CoxRow> Rows(ExitObservation subject, string cluster)
    {
        var life = subject.Life;
        if (subject.ExitTime is { } exit && exit < life.Time)
        {
            if (exit > life.Entry)
            {
                yield return new(exit, false, [0]) { Entry = life.Entry, Stratum = life.Stratum, Cluster = cluster };
            }

            yield return new(life.Time, life.Event, [1]) { Entry = Math.Max(exit, life.Entry), Stratum = life.Stratum, Cluster = cluster };
            yield break;
        }

        yield return new(life.Time, life.Event, [0]) { Entry = life.Entry, Stratum = life.Stratum, Cluster = cluster };
    }
}
