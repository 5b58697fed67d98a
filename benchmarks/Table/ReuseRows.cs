using System.Diagnostics;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>How long it takes to find the runs of a plan in another results folder, and to take them over. The runs all have the outcome of one.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="runs">Number of runs.</param>
internal sealed class ReuseRows(TimeProvider clock, int runs)
{
    private const string Resolved = "experiment.resolved.json";
    private static readonly double[] Channels = [0.1, 0.3, 0.5, 0.7, 0.9];
    private readonly string _folder = Directory.CreateTempSubdirectory("leadersim-benchmark-").FullName;

    /// <summary>Seconds to match all runs by their ids, and to take them over.</summary>
    public IEnumerable<Row> All()
    {
        try
        {
            var (before, after) = (PlanOf(runs), PlanOf(2 * runs));
            var outcome = new TickEngine().Run(before.Points[0].Scenario, before[0].Seed);
            Fill(before, "before", new SweepOptions { CreateEngine = () => _ => outcome });

            var (from, spent) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var known = new RunReuse([ReuseSource.Open(In("before"), after)]).Count(after).Sum(c => c.Runs);
            var (matched, processor) = (clock.GetElapsedTime(from), Environment.CpuUsage.TotalTime - spent);
            var what = FormattableString.Invariant($"{known} runs matched in a plan of {after.Count}");
            yield return new("reuse", what, matched.TotalSeconds, "s");
            yield return new("reuse", what + ": processor time", processor.TotalSeconds, "s");

            (from, spent) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
            Fill(before, "after", new SweepOptions { Reuse = new RunReuse([ReuseSource.Open(In("before"), before)]) });
            what = FormattableString.Invariant($"{before.Count} runs taken over");
            yield return new("reuse", what, clock.GetElapsedTime(from).TotalSeconds, "s");
            yield return new("reuse", what + ": processor time", (Environment.CpuUsage.TotalTime - spent).TotalSeconds, "s");
            yield return new("reuse", "most memory of all this", Process.GetCurrentProcess().PeakWorkingSet64 / (1024.0 * 1024), "MiB");
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // A replicate is a run of each of two policies under each of five channels.
    private static ExperimentPlan PlanOf(int count)
    {
        FactorLevel[] policies = [.. PolicyCatalog.All.Take(2).Select(p => new FactorLevel(p.Kind, p.Default))];
        FactorLevel[] channels = [.. Channels.Select(v => new FactorLevel(v, v))];
        return new(new ExperimentSpec
        {
            Name = "reuse",
            Question = "How long until runs are found?",
            Expectation = "A million in seconds.",
            Baseline = Scenarios.Default("distributed", 40) with { HorizonTicks = 10 },
            Factors = [new Factor("policy", policies), new Factor("channels.remote", channels)],
            Design = new FullFactorial(),
            Replicates = count / (policies.Length * channels.Length),
            Seed = 1,
            Analyses = [],
            Figures = [],
            SourceText = "",
        });
    }

    private void Fill(ExperimentPlan plan, string folder, SweepOptions options)
    {
        var manifest = new RunManifest
        {
            Name = "reuse",
            ExperimentId = plan.ExperimentId,
            Seed = 1,
            Seeding = Seeding.Common,
            Factors = ["policy", "channels.remote"],
            RunsPlanned = plan.Count,
            ShardSize = RunStore.ShardSizeFor(plan.Count, RunOutputs.None),
        };
        using var store = RunStore.Open(In(folder), plan, manifest, new Dictionary<string, string> { [Resolved] = plan.ResolvedJson });
        Sweep.Run(plan, store, options, CancellationToken.None);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
