using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>How a share is doing.</summary>
internal enum ShareState
{
    /// <summary>All its runs are there, whatever its job says.</summary>
    Complete,

    /// <summary>The stage that merges have reached has no work for it.</summary>
    Idle,

    /// <summary>Its task runs.</summary>
    Running,

    /// <summary>Its task waits.</summary>
    Queued,

    /// <summary>The merge has planned the next stage, and no task for it has been submitted yet.</summary>
    Due,

    /// <summary>A session of it ended before all runs were there, and no task is queued.</summary>
    Stopped,

    /// <summary>A session of it was killed, or it never started, and no task is queued.</summary>
    Lost,

    /// <summary>Runs are missing, and the queue did not answer.</summary>
    Open,
}

/// <summary>A share with what the queue says of it.</summary>
/// <param name="Progress">How far it is, by its folder.</param>
/// <param name="State">How it is doing.</param>
/// <param name="Detail">Node, reason, or how its job ended.</param>
internal sealed record ShareStatus(ShareProgress Progress, ShareState State, string Detail);

/// <summary>
/// The shares of an experiment on a cluster. What is done is read from the folders: Slurm calls tasks that completed TIMEOUT, and forgets those
/// that failed. The queue only adds where and why.
/// </summary>
/// <param name="Shares">The shares.</param>
/// <param name="QueueAnswered">Whether squeue did.</param>
/// <param name="Merge">The last merge, if it is queued or running; null otherwise.</param>
/// <param name="Unit">What shares consist of.</param>
internal sealed record SlurmStatus(IReadOnlyList<ShareStatus> Shares, bool QueueAnswered, QueuedTask? Merge, string Unit)
{
    private const int NamesShown = 12;

    /// <summary>The last merge, if it ended without the results; null otherwise.</summary>
    public QueuedTask? MergeEnded { get; init; }

    /// <summary>The status of an experiment.</summary>
    public static SlurmStatus Of(string results, ClusterWork work, JobRecord record, IReadOnlyList<QueuedTask>? tasks)
    {
        var byShare = new Dictionary<int, QueuedTask>();
        foreach (var job in record.Jobs.Where(j => !j.IsMerge))
        {
            // Later jobs stand for the share when they are still in the queue.
            foreach (var task in (tasks ?? []).Where(t => t.Job == job.Id && t.Index is not null))
            {
                byShare[task.Index!.Value + job.Offset!.Value] = task;
            }
        }

        var progress = work.ProgressIn(results, record.Settings.Shares);
        var isSubmitted = record.Stages >= work.StagesIn(results) || work.IsMergedIn(results);
        var shares = progress.Select(p => Of(p, byShare.GetValueOrDefault(p.Share.Index), tasks is not null, record.Settings, isSubmitted));
        var merge = (tasks ?? []).LastOrDefault(t => (t.Waits || t.Runs) && record.Jobs.Any(j => j.IsMerge && j.Id == t.Job));
        var last = (tasks ?? []).LastOrDefault(t => t.Job == record.Jobs.LastOrDefault(j => j.IsMerge)?.Id);
        return new([.. shares], tasks is not null, merge, work.Unit)
        {
            MergeEnded = last is { Waits: false, Runs: false, State: not "COMPLETED" } && !work.IsMergedIn(results) ? last : null,
        };
    }

    /// <summary>The status in words.</summary>
    public string AsText()
    {
        var counts = Shares.CountBy(s => s.State).ToDictionary();
        var states = Enum.GetValues<ShareState>().Where(counts.ContainsKey);
        var parts = states.Select(state => $"{counts[state]} {state.ToString().ToLowerInvariant()}{Explained(state)}");
        var lines = new List<string> { $"{Shares.Count} {(Shares.Count == 1 ? "share" : "shares")}: {string.Join(", ", parts)}" };
        lines.AddRange(Named(ShareState.Stopped));
        lines.AddRange(Named(ShareState.Lost));
        var (done, failed, total) = (Shares.Sum(s => s.Progress.Done), Shares.Sum(s => s.Progress.Failed), Shares.Sum(s => s.Progress.Total));
        lines.Add(Invariant($"{done} done, {failed} failed, {Math.Max(0, total - done - failed)} missing of {total} {Unit}"));
        if (MergeEnded is { } merge)
        {
            lines.Add($"the merge {merge.Job} ended {merge.State}");
        }

        if (!QueueAnswered)
        {
            lines.Add("the queue (squeue) did not answer: this is what the folders say");
        }

        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    /// <summary>Shares that nothing in the queue completes.</summary>
    public IEnumerable<ShareStatus> Unattended =>
        Shares.Where(s => s.State is ShareState.Due or ShareState.Stopped or ShareState.Lost or ShareState.Open);

    private static ShareStatus Of(ShareProgress progress, QueuedTask? task, bool queueAnswered, JobSettings settings, bool isSubmitted)
    {
        if (progress.IsComplete)
        {
            return new(progress, progress.Total == 0 ? ShareState.Idle : ShareState.Complete, "");
        }

        if (task is { Runs: true } or { Waits: true })
        {
            return new(progress, task.Runs ? ShareState.Running : ShareState.Queued, task.Runs ? task.Node : task.Reason);
        }

        if (!queueAnswered)
        {
            return new(progress, ShareState.Open, "");
        }

        if (!isSubmitted)
        {
            return new(progress, ShareState.Due, "");
        }

        var manifest = Directory.Exists(progress.Folder) ? RunManifest.Read(progress.Folder) : null;
        var ended = task is null ? "" : $"job {task.Job}_{task.Index} ended {task.State}";
        var sessions = manifest?.Sessions.Count ?? 0;
        var often = sessions > settings.Requeues ? Invariant($"{sessions} sessions, and no more than {settings.Requeues} requeues are allowed") : "";
        var detail = string.Join(", ", new[] { ended, often }.Where(text => text.Length > 0));
        return new(progress, manifest is { Status: not ExperimentStatus.Running } ? ShareState.Stopped : ShareState.Lost, detail);
    }

    private string Explained(ShareState state)
    {
        if (state is ShareState.Idle or ShareState.Due)
        {
            return state == ShareState.Idle ? " (no work in this stage)" : " (the next stage is planned, and not submitted yet)";
        }

        var shares = state is ShareState.Running or ShareState.Queued ? Shares.Where(s => s.State == state && s.Detail.Length > 0) : [];
        string[] places = [.. shares.Select(s => s.Detail).Distinct().Take(NamesShown)];
        return places.Length == 0 ? "" : $" ({string.Join(", ", places)})";
    }

    private IEnumerable<string> Named(ShareState state)
    {
        ShareStatus[] named = [.. Shares.Where(s => s.State == state)];
        foreach (var share in named.Take(NamesShown))
        {
            yield return Invariant($"{state.ToString().ToLowerInvariant()}: {share.Progress.Share}: {(share.Detail.Length > 0 ? share.Detail + ", " : "")}")
                    + Invariant($"{share.Progress.Done + share.Progress.Failed} of {share.Progress.Total} {Unit} are kept");
        }

        if (named.Length > NamesShown)
        {
            yield return Invariant($"and {named.Length - NamesShown} more {state.ToString().ToLowerInvariant()}");
        }
    }
}
