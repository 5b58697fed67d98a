using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Survival;
using LeadershipSim.Experiments.Problems;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Doubts about whether programs outlive their leadership, as the data give rise to them.</summary>
public static class OutlivingCautions
{
    // Below these the interval is wide and its level uncertain: conventions (Peduzzi et al. 1995, https://doi.org/10.1016/0895-4356(95)00510-2,
    // ask for ten events a parameter).
    private const int FewRuns = 10;
    private const int FewEvents = 10;
    private const double LargeShare = 0.5;

    /// <summary>The doubts about one group.</summary>
    public static IEnumerable<Caution> Of(OutlivingSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var subject = summary.Group.Conditions.Count == 0 ? summary.Group.Arm.Label : $"{summary.Group.Arm.Label}, {summary.Group.ConditionText}";
        if (summary.FoundingExits == 0)
        {
            yield return new(CautionKind.FewRuns, subject, Invariant(
                $"{subject}: the founding leadership left in none of {Counted.Of(summary.Group.Runs.Count, "run")} ({Counted.Of(summary.FailedBeforeExit, "program")} failed before), so nothing is known about what comes after it. Lengthen the horizon, raise turnover or set an exit; where programs fail first, make them last until then."));
            yield break;
        }

        if (summary.FoundingExits < FewRuns)
        {
            yield return new(CautionKind.FewRuns, subject, Invariant(
                $"{subject}: the founding leadership left in only {summary.FoundingExits} of {Counted.Of(summary.Group.Runs.Count, "run")}, so little is known about what comes after it. Add replicates, or lengthen the horizon."));
        }
        else if (summary.FailedAfterExit == 0)
        {
            yield return new(CautionKind.FewEvents, subject, Invariant(
                $"{subject}: none of {Counted.Of(summary.FoundingExits, "program")} failed after its leadership had left, so the curve is flat and its band empty. That is not certainty: read the interval of the share that outlives, and add replicates or lengthen the horizon."));
        }
        else if (summary.FailedAfterExit < FewEvents)
        {
            yield return new(CautionKind.FewEvents, subject, Invariant(
                $"{subject}: only {Counted.Of(summary.FailedAfterExit, "program")} failed after their leadership had left; the shape of the curve is uncertain. Add replicates or lengthen the horizon, and read the band, not the line."));
        }

        // Where nobody fails that is said already; few runs or failures do not excuse the rest.
        foreach (var caution in summary.FailedAfterExit == 0 ? [] : SurvivalCautions.OfCensoring(summary.Survival, subject))
        {
            yield return caution;
        }

        if (summary.FailsBeforeExit.Estimate > LargeShare)
        {
            yield return new(CautionKind.Selection, subject, Invariant(
                $"{subject}: {summary.FailedBeforeExit} of {Counted.Of(summary.Group.Runs.Count, "program")} failed before their leadership left. The curve is about the rest, which are a selection. Read the shares of programs in each state from their founding on, which leave nobody out."));
        }

        if (summary.Survival.Rows is [.., { Survival: > 0 } last] && last.Time < summary.RestrictedMeanTicks)
        {
            yield return new(CautionKind.BeyondObservation, subject, Invariant(
                $"{subject}: programs were observed for at most {last.Time} ticks after the exit; the restricted mean to {summary.RestrictedMeanTicks} ticks carries the last share on and is too large if programs fail later. Lengthen the horizon, or read the curve up to its last event."));
        }
    }

    /// <summary>The doubts about comparisons replicate by replicate.</summary>
    public static IEnumerable<Caution> Of(IReadOnlyList<OutlivingContrast> contrasts)
    {
        ArgumentNullException.ThrowIfNull(contrasts);
        var unhelped = contrasts.Where(c => !c.AreEnvironments && c.RestrictedMean.VarianceReduction is <= 1).ToArray();
        if (unhelped.Length > 0)
        {
            yield return new(CautionKind.SharedSeeds, "paired comparison", Invariant(
                $"Common random numbers did not help in comparing {string.Join(", ", unhelped.Select(c => Invariant($"{c.First} with {c.Second} (variance reduction {c.RestrictedMean.VarianceReduction:0.00})")))}: what happens under one has little to do with what happens under the other. Independent seeds would need no more runs; the intervals replicate by replicate hold all the same."));
        }

        foreach (var missing in contrasts.Where(c => c.RestrictedMean is { Difference: not null, Percentile: null }))
        {
            yield return new(CautionKind.FewRuns, "paired comparison", $"{missing.First} could not be compared with {missing.Second} {(missing.AreEnvironments ? "environment by environment" : "replicate by replicate")}: {missing.RestrictedMean.Reason} Add {(missing.AreEnvironments ? "environments" : "replicates")}.");
        }
    }
}
