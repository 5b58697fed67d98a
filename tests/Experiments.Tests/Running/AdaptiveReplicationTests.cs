using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Tests.Running;

public sealed class AdaptiveReplicationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Under_common_random_numbers_every_point_runs_to_the_largest_number()
    {
        var (spec, plan) = Experiment("common");
        var manifest = Run("a", spec, plan, [10, 22, 15]);
        Assert.Equal([8, 12, 16, 20, 24], manifest.Stages!.Select(s => s.Until));
        Assert.All(manifest.Stages!, s => Assert.Null(s.Points));
        Assert.Equal(3 * 24, RunTable.Read(In("a")).Count);
        Assert.Equal(0, manifest.ImprecisePoints);
    }

    [Fact]
    public void Points_of_their_own_random_numbers_stop_one_by_one()
    {
        var (spec, plan) = Experiment("independent");
        var manifest = Run("a", spec, plan, [10, 22, 15]);
        var table = RunTable.Read(In("a"));
        Assert.Equal([12, 24, 16], Enumerable.Range(0, 3).Select(point => table.Numbers("pointIndex").Count(p => p == point)));
        Assert.Equal([1], manifest.Stages![^1].Points!);

        // Replicate by replicate, as the plan has them.
        var grown = plan.With(manifest.Stages!);
        Assert.Equal(Enumerable.Range(0, (int)grown.Count).Select(k => grown[k].RunId), table.Texts("runId"));
    }

    [Fact]
    public void The_most_allowed_is_never_exceeded()
    {
        var (spec, plan) = Experiment("common");
        var manifest = Run("a", spec, plan, [10, 1000, 10]);
        Assert.Equal(30, manifest.Stages![^1].Until);
        Assert.Equal(1, manifest.ImprecisePoints);
        Assert.Equal(
            ["pointIndex,replicates,precise,reason", "0,30,true,enough", "1,30,false,too few", "2,30,true,enough"], File.ReadAllLines(In("a/replication.csv")));
    }

    [Fact]
    public void Adding_replicates_changes_no_run()
    {
        var (_, plan) = Experiment("independent");
        var grown = plan.With([.. plan.Stages, new(12, [0, 2]), new(16, [2])]);
        Assert.Equal(Enumerable.Range(0, (int)plan.Count).Select(k => plan[k]), Enumerable.Range(0, (int)plan.Count).Select(k => grown[k]));
        Assert.Equal((3 * 8) + (2 * 4) + 4, grown.Count);
        Assert.Equal(grown.Count, Enumerable.Range(0, (int)grown.Count).Select(k => grown[k].RunId).Distinct().Count());
        Assert.Equal([(8, 0), (8, 2), (9, 0)], Enumerable.Range(24, 3).Select(k => (grown[k].Replicate, grown[k].Point.Index)));
        Assert.Throws<ArgumentException>(() => plan.With([.. plan.Stages, new(8)]));
        Assert.Throws<ArgumentException>(() => plan.With([.. plan.Stages, new(9, [3])]));
    }

    [Theory]
    [InlineData("common")]
    [InlineData("independent")]
    [Trait("Speed", "Slow")]
    public void Stopped_at_any_moment_it_comes_to_the_same_runs(string seeding)
    {
        var (spec, plan) = Experiment(seeding);
        Run("whole", spec, plan, [10, 22, 15]);
        for (var moment = 1; moment < 60; moment += 7)
        {
            var name = $"stopped-{moment}";
            using var stop = new CancellationTokenSource();
            var left = moment;
            var options = new SweepOptions { Workers = 2 };
            var createEngine = options.CreateEngine;
            Sweep(name, spec, plan, [10, 22, 15], options with
            {
                CreateEngine = () =>
                {
                    var run = createEngine();
                    return planned =>
                    {
                        if (Interlocked.Decrement(ref left) == 0)
                        {
                            stop.Cancel();
                        }

                        return run(planned);
                    };
                },
            }, stop.Token);
            Run(name, spec, plan, [10, 22, 15]);
            Assert.Equal(Tables("whole"), Tables(name));
        }
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private string[] Tables(string name) =>
        [.. new[] { "runs.parquet", "runs.csv", "replication.csv" }.Select(f => Convert.ToBase64String(File.ReadAllBytes(In($"{name}/{f}"))))];

    private RunManifest Run(string name, ExperimentSpec spec, ExperimentPlan plan, int[] enough)
    {
        Assert.True(Sweep(name, spec, plan, enough, new SweepOptions { Workers = 1 }, default).IsComplete);
        return RunTable.ManifestOf(In(name));
    }

    private SweepResult Sweep(string name, ExperimentSpec spec, ExperimentPlan plan, int[] enough, SweepOptions options, CancellationToken cancellation)
    {
        var folder = In(name);
        var staged = Directory.Exists(folder) && RunTable.ManifestOf(folder).Stages is { } stages ? plan.With(stages) : plan;
        var manifest = SmallStudy.Manifest(staged) with { Seeding = spec.Seeding, Factors = ["channels.remote"], Stages = staged.Stages };
        using var store = RunStore.Open(folder, staged, manifest, new Dictionary<string, string> { ["experiment.resolved.json"] = plan.ResolvedJson });
        return Experiments.Running.Sweep.Run(
            staged, store, options with { Grow = new AdaptiveReplication(spec, new CountingJudge(enough)).Next }, cancellation);
    }

    private static (ExperimentSpec Spec, ExperimentPlan Plan) Experiment(string seeding)
    {
        using var folder = new TemporaryFolder();
        var spec = ExperimentReader.Read(folder.Write("a.yaml", $$"""
            name: adaptive
            question: How often?
            expectation: Not too often.
            baseline: {organization: {seats: 8, sites: 2}, horizonTicks: 20}
            factors:
              channels.remote: {levels: [0.2, 0.6, 1]}
            design: fullFactorial
            replicates: {min: 8, max: 30, batch: 4, until: [{output: endTick, halfWidth: 1}]}
            seeding: {{seeding}}
            seed: 1
            """)).Spec!;
        return (spec, new ExperimentPlan(spec));
    }

    // A point is precise when it has so many runs; every run has to be seen once, in the order of the plan.
    private sealed class CountingJudge(int[] enough) : IPrecisionJudge
    {
        private readonly int[] _seen = new int[enough.Length];
        private readonly PointPrecision[] _points = [.. enough.Select((_, k) => new PointPrecision(k, 0, false, ""))];

        public IReadOnlyList<PointPrecision> Points => _points;

        public void Observe(RunRow row)
        {
            Assert.Equal(_seen[row.PointIndex], row.Replicate);
            _seen[row.PointIndex]++;
        }

        public void Look(int replicates, IReadOnlyList<int>? points)
        {
            foreach (var point in points ?? [0, 1, 2])
            {
                Assert.Equal(replicates, _seen[point]);
                var isPrecise = replicates >= enough[point];
                _points[point] = new(point, replicates, isPrecise, isPrecise ? "enough" : "too few");
            }
        }
    }
}
