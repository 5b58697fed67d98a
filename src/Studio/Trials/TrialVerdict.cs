using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Studio.Trials;

/// <summary>Words what runs say, arm by arm and compared. It judges nothing itself: verdicts are those of the analysis, as reports have them.</summary>
internal static class TrialVerdict
{
    private const double Half = 0.5;

    /// <summary>What the runs of one arm say.</summary>
    public static string Of(OutlivingSummary summary)
    {
        var (name, runs) = (summary.Group.Arm.Label, summary.Group.Runs.Count);
        if (summary.Outlives is not { Estimate: { } estimate, Lower: { } lower, Upper: { } upper })
        {
            return Invariant($"{name}: the founding leadership left in {summary.FoundingExits} of {runs} runs, never early enough to see what came after.");
        }

        var answer = lower > Half ? "more likely than not" : upper < Half ? "less likely than not" : "open whether it is likely";
        return Invariant($"{name}: {answer} to be alive {summary.LandmarkTicks} ticks after its founding leadership has left, ")
            + Invariant($"{estimate:0.00} (95 % interval {lower:0.00} to {upper:0.00}, n = {summary.Outlives.Trials} of {runs} runs).");
    }

    /// <summary>What the runs of B say compared with those of A, replicate by replicate: the verdict that a report on the same runs gives.</summary>
    public static string Of(RunGroup a, RunGroup b, int horizonTicks)
    {
        var quantity = Quantity.Expected(horizonTicks, false).First(q => q.Name == Quantity.Outlived);
        var contrast = ArmContrast.Of(SampleOf(b), SampleOf(a), quantity);
        var meaningful = ExperimentSpec.UsualMeaningful * horizonTicks;
        var verdict = VerdictText.Of(Verdicts.Of(contrast.Interval, meaningful));
        var pair = $"{b.Arm.Label} compared with {a.Arm.Label}, replicate by replicate: {verdict}";
        return contrast.Interval is { } interval
            ? Invariant($"{pair}. {Signed(interval.Estimate)} ticks lived after leadership has left, while needed ")
                + Invariant($"(95 % interval {Signed(interval.Lower)} to {Signed(interval.Upper)}; {meaningful:0.#} ticks and more matter).")
            : Invariant($"{pair}; there are too few runs for an interval.");
    }

    private static ArmSample SampleOf(RunGroup group) => ArmSample.Of([(group, 1, 0)], clustersAreEnvironments: false);

    private static string Signed(double ticks) => Invariant($"{ticks:+0.0;−0.0;0.0}");
}
