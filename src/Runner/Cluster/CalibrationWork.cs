using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>The simulations of a calibration, population after population, and those of the posterior's draws.</summary>
/// <param name="Input">The calibration.</param>
internal sealed record CalibrationWork(CalibrationInput Input) : StagedWork
{
    /// <inheritdoc/>
    public override string Name => Input.Spec.Name;

    /// <inheritdoc/>
    public override string Id => Input.Plan.CalibrationId;

    /// <inheritdoc/>
    public override string Size => Input.Size;

    /// <inheritdoc/>
    public override string Verb => "calibrate";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Documents => Input.Documents;

    /// <inheritdoc/>
    protected override StagedManifest Manifest => Input.Manifest([]);

    /// <inheritdoc/>
    public override (long Runs, TimeSpan Time) Measure()
    {
        var simulations = Input.Spec.Method.SimulationsOf(0)!.Value;
        return (simulations * Input.Spec.Runs, TimeProbe.Estimate(CalibrationStudy.Of(Input.Spec, 1)) * simulations);
    }
}
