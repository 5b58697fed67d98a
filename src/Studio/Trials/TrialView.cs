using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Studio.Trials;

/// <summary>A trial as the page shows it.</summary>
/// <param name="Done">Runs done.</param>
/// <param name="Total">Runs planned.</param>
/// <param name="IsRunning">Whether runs are still to come.</param>
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
    /// <summary>The view of what is done by now.</summary>
    public static TrialView Of(Trial trial)
    {
        var isRunning = !trial.Task.IsCompleted;
        RunGroup[] groups = [.. trial.Groups().Where(g => g.Runs.Count > 0)];
        var horizon = trial.HorizonTicks;
        OutlivingSummary[] summaries = [.. groups.Select(g => OutlivingSummary.Of(g, ArmView.Landmark(horizon), Math.Max(1, horizon / 2)))];
        string[] verdict =
        [
            .. summaries.Select(TrialVerdict.Of),
            .. !isRunning && groups is [var a, var b] ? [TrialVerdict.Of(a, b, horizon)] : Array.Empty<string>(),
        ];
        return new(
            groups.Sum(g => g.Runs.Count),
            trial.Total,
            isRunning,
            [.. groups.Select(g => ArmView.Of(g, horizon))],
            verdict,
            isRunning ? [] : [.. summaries.SelectMany(OutlivingCautions.Of).Select(c => c.Message)],
            trial.Folders,
            trial.Failure);
    }
}
