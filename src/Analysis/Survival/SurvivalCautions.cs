using LeadershipSim.Analysis.Cautions;

namespace LeadershipSim.Analysis.Survival;

/// <summary>Doubts about survival analyses, as the data give rise to them; each says what to do.</summary>
public static class SurvivalCautions
{
    // Conventions, not laws: ten events for a curve (Peduzzi et al. 1995, https://doi.org/10.1016/0895-4356(95)00510-2), censoring of more
    // than four in five.
    private const int FewEvents = 10;
    private const double HeavyShare = 0.8;

    /// <summary>Doubts about a curve.</summary>
    public static IEnumerable<Caution> Of(KaplanMeierCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var subject = Subject(curve);
        if (curve.Events == 0)
        {
            yield return new(CautionKind.FewEvents, subject, Invariant(
                $"{subject}: no event, so the error of its mean is unknown, and no interval or test is given for a difference from it. Observe longer, or compare by the log-rank test."));
        }
        else if (curve.Events < FewEvents)
        {
            yield return new(CautionKind.FewEvents, subject, Invariant(
                $"{subject}: {curve.Events} {(curve.Events == 1 ? "event" : "events")}; the shape of the curve is uncertain. Add replicates or a longer horizon, and read the band, not the line."));
        }

        foreach (var caution in OfCensoring(curve, subject))
        {
            yield return caution;
        }
    }

    /// <summary>The doubt about a curve that falls to 0 before others have entered; null when it does not.</summary>
    public static Caution? OfEarlyEnd(KaplanMeierCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return curve.Rows.FirstOrDefault(r => r.Survival == 0) is { } end && end.Time < curve.Rows[^1].Time
            ? new(CautionKind.FewEvents, Subject(curve), Invariant(
                $"{Subject(curve)}: the curve falls to 0 at time {end.Time}, where all {end.AtRisk} at risk had the event, and others enter later. What follows cannot count any more: start at a later time, at which more are at risk."))
            : null;
    }

    /// <summary>Doubts about what a curve leaves unseen.</summary>
    internal static IEnumerable<Caution> OfCensoring(KaplanMeierCurve curve, string subject)
    {
        var censored = curve.Count == 0 ? 0 : 1 - ((double)curve.Events / curve.Count);
        if (censored > HeavyShare)
        {
            yield return new(CautionKind.HeavyCensoring, subject, Invariant(
                $"{subject}: a share of {censored:0.00} is censored; what lies beyond the last events is not known. Compare restricted means up to a time that is well observed."));
        }

        if (curve.Count > 0 && curve.Median.Estimate is null)
        {
            yield return new(CautionKind.HorizonTooShort, subject, Invariant(
                $"{subject}: more than half live at the end, so the median does not exist. Lengthen the horizon, or report the restricted mean or an earlier quantile."));
        }
    }

    /// <summary>Doubts about a comparison of restricted means.</summary>
    public static IEnumerable<Caution> Of(RestrictedMeanContrast contrast)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        if (contrast.BeyondObservation)
        {
            yield return new(CautionKind.BeyondObservation, "restricted means", Invariant(
                $"τ = {contrast.First.Tau} ticks lies beyond the last observation of a group that still lives; its last share is carried on, which makes its mean too large. Choose an earlier τ."));
        }
    }

    /// <summary>The doubt about a test that takes arms with shared random numbers for independent.</summary>
    /// <param name="test">Name of the test, such as "log-rank test".</param>
    public static Caution SharedSeeds(string test) => new(CautionKind.SharedSeeds, test, Invariant(
        $"{test}: the groups share their random numbers and are not independent; its p-value is wrong, mostly too large. Use the test with replicates as strata, or the paired bootstrap."));

    /// <summary>The doubt about groups that give immortal time; null when they do not.</summary>
    /// <param name="subjects">The subjects, in their groups.</param>
    public static Caution? OfGroups(IReadOnlyCollection<ExitObservation> subjects) =>
        Survival.ImmortalTime.Problem(subjects) is { } problem ? new(CautionKind.ImmortalTime, "groups", problem) : null;

    private static string Subject(KaplanMeierCurve curve) => curve.Group.Length == 0 ? "all observations" : curve.Group;
}
