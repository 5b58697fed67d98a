using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Analysis.Optimization;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Cluster;

/// <summary>
/// The populations of a calibration or the waves of an optimization, of which every one follows from those before it: the merge puts one together, and the
/// tasks are submitted again for the next.
/// </summary>
/// <param name="Words">The verb that does a share, and the size.</param>
/// <param name="Manifest">What is worked out, before there are stages.</param>
/// <param name="Files">The files that are kept with its results.</param>
/// <param name="Measured">Runs of the first stage, and how long they take on one CPU of this machine.</param>
internal sealed record StagedWork(
    (string Verb, string Size) Words,
    StagedManifest Manifest,
    IReadOnlyDictionary<string, string> Files,
    Func<(long Runs, TimeSpan Time)> Measured) : ClusterWork
{
    /// <inheritdoc/>
    public override string Name => Manifest.Name;

    /// <inheritdoc/>
    public override string Id => Manifest.Id;

    /// <inheritdoc/>
    public override string Size => Words.Size;

    /// <inheritdoc/>
    public override string Verb => Words.Verb;

    /// <inheritdoc/>
    public override bool Grows => true;

    /// <inheritdoc/>
    public override string Unit => "parts";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Documents => Files;

    /// <summary>The work of a calibration.</summary>
    public static StagedWork Of(CalibrationInput input) => new(("calibrate", input.Size), input.Manifest([]), input.Documents, () =>
    {
        var simulations = input.Spec.Method.SimulationsOf(0)!.Value;
        return (simulations * input.Spec.Runs, TimeProbe.Estimate(CalibrationStudy.Of(input.Spec, 1)) * simulations);
    });

    /// <summary>The work of an optimization.</summary>
    public static StagedWork Of(OptimizationInput input) => new(("optimize", input.Size), input.Manifest([]), input.Documents, () =>
    {
        var runs = OptimizationStudy.Of(input.Spec, 1).RunsOfNext([]);
        return (runs, TimeProbe.Estimate(input.Spec) * runs);
    });

    /// <inheritdoc/>
    public override (long Runs, TimeSpan Time) Measure() => Measured();

    /// <inheritdoc/>
    public override long MostMerged => 0;

    /// <inheritdoc/>
    public override int StagesIn(string results) => StageStore.CountIn(results, Manifest);

    /// <inheritdoc/>
    public override IReadOnlyList<ShareProgress> ProgressIn(string results, int shares)
    {
        RunShare[] all = [.. Enumerable.Range(1, shares).Select(k => new RunShare(k, shares))];
        var done = PartsOf(StagesIn(results));
        if (IsMergedIn(results) && done.All(d => d is null))
        {
            // After the last stage nothing is left to do.
            done = PartsOf(StagesIn(results) - 1);
        }

        // How many parts a stage has is known once a share has worked it out; until then every share has some.
        var unknown = IsMergedIn(results) ? 0 : 1;
        var parts = done.FirstOrDefault(d => d is not null)?.Parts;
        return
        [
            .. all.Zip(done, (share, d) => new ShareProgress(
                share, ResultsParts.FolderOf(results, share), d?.Done.Count ?? 0, 0, parts is { } known ? share.RangeOf(known).Count : unknown)),
        ];

        StageParts?[] PartsOf(int stage) => [.. all.Select(share => StageParts.Read(ResultsParts.FolderOf(results, share), Id, stage))];
    }

    /// <inheritdoc/>
    public override bool IsMergedIn(string results) => StageStore.IsCompleteIn(results, Manifest);
}
