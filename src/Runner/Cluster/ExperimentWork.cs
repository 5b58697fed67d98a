using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>The runs of an experiment; where replication is adaptive, in stages.</summary>
/// <param name="Input">The experiment.</param>
internal sealed record ExperimentWork(ExperimentInput Input) : ClusterWork
{
    /// <inheritdoc/>
    public override string Name => Input.Spec.Name;

    /// <inheritdoc/>
    public override string Id => Input.Plan.ExperimentId;

    /// <inheritdoc/>
    public override string Size => Input.Size;

    /// <inheritdoc/>
    public override string Verb => "run";

    /// <inheritdoc/>
    public override bool Grows => Input.Spec.Replication is not null;

    /// <inheritdoc/>
    public override string Unit => "runs";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Documents => Input.Documents;

    /// <inheritdoc/>
    public override (long Runs, TimeSpan Time) Measure() => (Input.Plan.Count, TimeProbe.Estimate(Input.Plan, workers: 1) ?? TimeSpan.Zero);

    /// <inheritdoc/>
    public override long MostMerged => Input.Spec.Replication is { Max: var most } ? (long)Input.Plan.Points.Count * most : Input.Plan.Count;

    /// <inheritdoc/>
    public override int StagesIn(string results) => StoredExperiment.StagedIn(results, Input).Plan.Stages.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<ShareProgress> ProgressIn(string results, int shares) =>
        ResultsParts.ProgressOf(results, StoredExperiment.StagedIn(results, Input).Plan, shares);

    /// <inheritdoc/>
    public override bool IsMergedIn(string results) =>
        RunManifest.Read(results) is { IsComplete: true } manifest && manifest.Hashes.ContainsKey(ResultsFolder.ReportFile);
}
