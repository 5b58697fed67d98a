using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>Work whose every stage follows from those before it: the merge puts a stage together, and the tasks are submitted again for the next one.</summary>
internal abstract record StagedWork : ClusterWork
{
    /// <inheritdoc/>
    public override bool Grows => true;

    /// <inheritdoc/>
    public override string Unit => "parts";

    /// <summary>Its manifest, before there are stages.</summary>
    protected abstract StagedManifest Manifest { get; }

    /// <inheritdoc/>
    public override int StagesIn(string results) => StageStore.CountIn(results, Manifest);

    /// <inheritdoc/>
    public override IReadOnlyList<ShareProgress> ProgressIn(string results, int shares)
    {
        var stage = StagesIn(results);
        RunShare[] all = [.. Enumerable.Range(1, shares).Select(k => new RunShare(k, shares))];
        StageParts?[] done = [.. all.Select(share => StageParts.Read(ResultsParts.FolderOf(results, share), Id, stage))];

        // How many parts a stage has is known once a share has worked it out.
        var parts = done.FirstOrDefault(d => d is not null)?.Parts;
        return
        [
            .. all.Zip(done, (share, d) => new ShareProgress(
                share, ResultsParts.FolderOf(results, share), d?.Done.Count ?? 0, 0, parts is { } known ? share.RangeOf(known).Count : 1)),
        ];
    }

    /// <inheritdoc/>
    public override bool IsMergedIn(string results) => StageStore.IsCompleteIn(results, Manifest);
}
