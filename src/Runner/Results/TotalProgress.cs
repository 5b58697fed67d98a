using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.Results;

/// <summary>Adds up how far several experiments are that run one after the other.</summary>
/// <param name="planned">Runs planned of each.</param>
/// <param name="report">Receives the progress of all together; may be null.</param>
internal sealed class TotalProgress(IReadOnlyList<long> planned, Action<RunProgress>? report)
{
    private readonly RunProgress[] _last = [.. planned.Select(count => new RunProgress(0, count, 0, 0, null))];
    private readonly Lock _lock = new();

    /// <summary>Takes the progress of one of them; null where nothing receives it.</summary>
    public Action<RunProgress>? Of(int index) => report is null ? null : progress =>
    {
        lock (_lock)
        {
            _last[index] = progress;
            var (done, total, failed) = (_last.Sum(p => p.Done), _last.Sum(p => p.Total), _last.Sum(p => p.Failed));
            var remaining = progress.RunsPerSecond > 0 ? TimeSpan.FromSeconds((total - done - failed) / progress.RunsPerSecond) : (TimeSpan?)null;
            report(new RunProgress(done, total, failed, progress.RunsPerSecond, remaining));
        }
    };
}
