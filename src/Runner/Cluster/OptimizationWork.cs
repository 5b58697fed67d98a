using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>The runs of an optimization, wave after wave, and those of the finalists.</summary>
/// <param name="Input">The optimization.</param>
internal sealed record OptimizationWork(OptimizationInput Input) : StagedWork
{
    /// <inheritdoc/>
    public override string Name => Input.Spec.Name;

    /// <inheritdoc/>
    public override string Id => Input.Plan.OptimizationId;

    /// <inheritdoc/>
    public override string Size => Input.Size;

    /// <inheritdoc/>
    public override string Verb => "optimize";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Documents => Input.Documents;

    /// <inheritdoc/>
    protected override StagedManifest Manifest => Input.Manifest([]);

    /// <inheritdoc/>
    public override (long Runs, TimeSpan Time) Measure()
    {
        var runs = OptimizationStudy.Of(Input.Spec, 1).RunsOfNext([]);
        return (runs, TimeProbe.Estimate(Input.Spec) * runs);
    }
}
