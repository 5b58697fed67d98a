using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Running;

/// <summary>A study of seconds, with shards small enough that there are several.</summary>
internal static class SmallStudy
{
    public const int Runs = 60;
    public const int ShardSize = 7;

    public static ExperimentPlan Plan(ulong seed = 1, string more = "")
    {
        const string Text = """
            name: small
            question: Which?
            expectation: None.
            baseline:
              organization: {seats: 8, sites: 2}
              horizonTicks: 40
              turnover.hazardPerTick: 0.05
            factors:
              policy: {levels: [hoarding, {kind: distributed, name: "shared, \"widely\""}]}
              channels.remote: {levels: [0.2, 0.6, 1]}
            design: fullFactorial
            replicates: 10
            seed: 1
            """;
        using var folder = new TemporaryFolder();
        return new ExperimentPlan(ExperimentReader.Read(folder.Write("a.yaml", $"{Text}\n{more}"), [], seed).Spec!);
    }

    public static RunManifest Manifest(ExperimentPlan plan) => new()
    {
        Name = "small",
        ExperimentId = plan.ExperimentId,
        Seed = 1,
        Seeding = Seeding.Common,
        Factors = ["policy", "channels.remote"],
        RunsPlanned = plan.Count,
        ShardSize = ShardSize,
    };

    public static RunStore Open(string folder, ExperimentPlan plan) =>
        RunStore.Open(folder, plan, Manifest(plan), new Dictionary<string, string> { ["experiment.resolved.json"] = plan.ResolvedJson });

    public static SweepResult Run(string folder, ExperimentPlan plan, SweepOptions? options = null, CancellationToken cancellation = default)
    {
        using var store = Open(folder, plan);
        return Sweep.Run(plan, store, options ?? new SweepOptions(), cancellation);
    }

    public static string[] Tables(string folder) =>
        [.. new[] { "runs.parquet", "runs.csv" }.Select(f => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, f))))];
}
