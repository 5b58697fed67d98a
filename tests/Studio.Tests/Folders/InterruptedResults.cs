using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Studio.Tests.Folders;

/// <summary>Results of four design points with fifty replicates, of which only some shards of twenty runs are there.</summary>
internal sealed class InterruptedResults : IDisposable
{
    private const int ShardSize = 20;
    private const string Experiment = """
        name: interrupted
        question: Can it be looked at?
        expectation: It can.
        baseline: {organization: {seats: 8, sites: 2}, horizonTicks: 40}
        factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {levels: [0.3, 0.9]}}
        design: fullFactorial
        replicates: 50
        seed: 1
        """;

    /// <summary>Makes them.</summary>
    /// <param name="shards">Shards that are there, from the first.</param>
    public InterruptedResults(int shards)
    {
        var file = Path.Combine(Root, "experiment.yaml");
        File.WriteAllText(file, Experiment);
        var spec = ExperimentReader.Read(file).Spec!;
        var plan = new ExperimentPlan(spec);
        using var whole = Open("whole", spec, plan);
        Sweep.Run(plan, whole, new SweepOptions(), CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(Root, "results"));
        using var part = Open("results/interrupted", spec, plan);
        part.WriteManifest(RunManifest.StartSession(TimeProvider.System.GetUtcNow(), 1, ["run"]), 0, 0, started: true);
        for (var shard = 0; shard < shards; shard++)
        {
            part.Commit(shard, whole.ReadShard(shard));
        }

        File.Delete(file);
    }

    /// <summary>The folder above the results.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("studio-interrupted-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private RunStore Open(string name, ExperimentSpec spec, ExperimentPlan plan) => RunStore.Open(
        Path.Combine(Root, name),
        plan,
        RunManifest.Of(spec, plan) with { ShardSize = ShardSize },
        new Dictionary<string, string> { [ResultFiles.Resolved] = plan.ResolvedJson });
}
