using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Tests.Reuse;

/// <summary>Experiments of seconds that grow out of each other, in folders of one place.</summary>
internal sealed class GrowingStudy : IDisposable
{
    private const string Seats = "{seats: 6, sites: 2}";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public string In(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Reads an experiment: some keys in the place of, or beside, the usual ones.</summary>
    public ExperimentSpec Read(params string[] lines)
    {
        var keys = new Dictionary<string, string>
        {
            ["question"] = "question: Which?",
            ["factors"] = "factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {levels: [0.2, 0.6]}}",
            ["design"] = "design: fullFactorial",
            ["replicates"] = "replicates: 4",
            ["seed"] = "seed: 1",
        };
        foreach (var line in lines)
        {
            keys[line.Split(':')[0]] = line;
        }

        var text = $"""
            name: growing
            expectation: None.
            baseline:
              organization: {Seats}
              horizonTicks: 30
              turnover.hazardPerTick: 0.05
            {string.Join('\n', keys.Values)}
            """;
        var result = ExperimentReader.Read(_folder.Write("a.yaml", text));
        return result.Spec ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

    /// <summary>Runs an experiment in a folder, with what other folders have of it.</summary>
    public SweepResult Run(string name, ExperimentSpec spec, int shardSize, params string[] sources) =>
        Run(name, spec, shardSize,
            plan => new SweepOptions { Reuse = new RunReuse([.. sources.Select(s => ReuseSource.Open(In(s), plan))], Said.Add, Said.Add) });

    public SweepResult Run(string name, ExperimentSpec spec, int shardSize, Func<ExperimentPlan, SweepOptions> options)
    {
        var plan = new ExperimentPlan(spec);
        var manifest = RunManifest.Of(spec, plan) with { ShardSize = shardSize };
        using var store = RunStore.Open(In(name), plan, manifest, new Dictionary<string, string> { ["experiment.resolved.json"] = plan.ResolvedJson });
        return Sweep.Run(plan, store, options(plan), CancellationToken.None);
    }

    /// <summary>What the last runs said.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Every file of a folder but who ran it when, with its bytes.</summary>
    public IReadOnlyDictionary<string, string> Files(string name) =>
        Directory.GetFiles(In(name), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != RunManifest.FileName && !Path.GetFileName(f).StartsWith(".lock", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(In(name), f), f => Convert.ToBase64String(File.ReadAllBytes(f)));
}
