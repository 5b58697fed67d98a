using System.Globalization;
using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Studio.Trials;

/// <summary>A trial as the page shows it.</summary>
/// <param name="Done">Runs done.</param>
/// <param name="Total">Runs planned.</param>
/// <param name="IsRunning">Whether it goes on.</param>
/// <param name="Arms">What is known of each arm.</param>
/// <param name="Verdict">What these runs say, in a sentence for each arm and one that compares.</param>
/// <param name="Cautions">Reasons to doubt it.</param>
/// <param name="Folders">Where the runs are.</param>
/// <param name="Failure">Why it broke off; null when it did not.</param>
internal sealed record TrialView(
    int Done,
    long Total,
    bool IsRunning,
    IReadOnlyList<ArmView> Arms,
    IReadOnlyList<string> Verdict,
    IReadOnlyList<string> Cautions,
    IReadOnlyList<string> Folders,
    string? Failure)
{
    private const double Half = 0.5;

    /// <summary>The view of what is done by now.</summary>
    public static TrialView Of(Trial trial)
    {
        var isRunning = !trial.Task.IsCompleted;
        RunGroup[] groups = [.. trial.Groups().Where(g => g.Runs.Count > 0)];
        var horizon = trial.HorizonTicks;
        OutlivingSummary[] summaries = [.. groups.Select(g => OutlivingSummary.Of(g, ArmView.Landmark(horizon), Math.Max(1, horizon / 2)))];
        string[] verdict = [.. summaries.Select(Sentence), .. isRunning ? [] : Comparison(summaries)];
        return new(
            groups.Sum(g => g.Runs.Count), trial.Total, isRunning, [.. groups.Select(g => ArmView.Of(g, horizon))], verdict,
            isRunning ? [] : [.. summaries.SelectMany(OutlivingCautions.Of).Select(c => c.Message)], trial.Folders, trial.Failure);
    }

    private static string Sentence(OutlivingSummary summary)
    {
        var name = summary.Group.Arm.Label;
        if (summary.Outlives is not { Estimate: { } estimate, Lower: { } lower, Upper: { } upper })
        {
            return Text($"{name}: the founding leadership left in {summary.FoundingExits} of {summary.Group.Runs.Count} runs, never early enough to see what came after.");
        }

        var answer = lower > Half ? "more likely than not" : upper < Half ? "less likely than not" : "open whether it is likely";
        return Text($"{name}: {answer} to be alive {summary.LandmarkTicks} ticks after its founding leadership has left, {estimate:0.00} (95 % interval {lower:0.00} to {upper:0.00}, n = {summary.Outlives.Trials} of {summary.Group.Runs.Count} runs).");
    }

    private static IEnumerable<string> Comparison(OutlivingSummary[] summaries)
    {
        if (summaries is not [{ FoundingExits: > 0 } a, { FoundingExits: > 0 } b]
            || OutlivingContrast.Of(b, a) is not { Outlives: { Difference: { } difference } outlives })
        {
            yield break;
        }

        yield return outlives.Percentile is { } interval
            ? Text($"{b.Group.Arm.Label} minus {a.Group.Arm.Label}, replicate by replicate: {difference:+0.00;−0.00;0.00} (95 % interval {interval.Lower:+0.00;−0.00;0.00} to {interval.Upper:+0.00;−0.00;0.00}).")
            : Text($"{b.Group.Arm.Label} minus {a.Group.Arm.Label}, replicate by replicate: {difference:+0.00;−0.00;0.00}; too few runs for an interval.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
