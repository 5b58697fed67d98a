using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reuse;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Tests.Reuse;

public sealed class RunReuseTests : IDisposable
{
    private const int ShardSize = 5;
    private const string Levels = "factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {levels: [0.2, 0.6, 0.9]}}";
    private const string Swapped = "factors: {channels.remote: {levels: [0.6, 0.2]}, policy: {levels: [distributed, hoarding]}}";
    private const string Ranges = "factors: {channels.remote: {range: {from: 0, to: 1}}, demand.decisionsPerSeat: {range: {from: 0.05, to: 0.5}}}";
    private const string Conditional = "factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {levels: [0.2, 0.6]}, policy.shareRate: {levels: [0.1, 0.3], when: {policy: distributed}}}";
    private const string Metric = "metrics: {voice: \"sum(power where founder)\"}";
    private const string Events = "outputs: {events: true}";
    private const string Series = "outputs: {events: true, series: {every: 2, metrics: [authorityGini, vitality]}}";
    private const string Twins = "intervention: {remove: director, atTick: 5, after: 10}";
    private const string Stop = "stop: {when: \"vacantAuthority > 0.9 for 2 ticks\", cause: vacant}";
    private const string Arms = "factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {range: {from: 0, to: 1}}, policy.shareRate: {range: {from: 0.1, to: 0.3}, when: {policy: distributed}}}";
    private readonly GrowingStudy _study = new();

    public void Dispose() => _study.Dispose();

    /// <summary>Every kind of growth: what was there, what is asked for now, and how many of its runs are known.</summary>
    public static TheoryData<string, string[], string[], int> Growth => new()
    {
        { "more replicates", [], ["replicates: 10"], 16 },
        { "fewer replicates", ["replicates: 10"], ["replicates: 3"], 12 },
        { "one more level", [], [Levels], 16 },
        { "levels and factors in another order", [], [Swapped], 16 },
        { "independent random numbers, one more level", ["seeding: independent"], ["seeding: independent", Levels], 16 },
        { "common, then independent", [], ["seeding: independent"], 0 },
        { "another seed", [], ["seed: 2"], 0 },
        { "points that a constraint leaves", [], ["constraints: [channels.remote < 0.5]"], 8 },
        { "a longer Sobol sequence", [Ranges, "design: {kind: sobolSequence, points: 8}"], [Ranges, "design: {kind: sobolSequence, points: 16}"], 32 },
        { "a larger Saltelli design", [Ranges, "design: {kind: saltelli, points: 4}"], [Ranges, "design: {kind: saltelli, points: 8}"], 64 },
        { "another design with points in common", [], ["design: oneAtATime"], 12 },
        { "environments under arms", [], ["design: {kind: fullFactorial, crossedWith: [policy]}"], 16 },
        { "a longer list of seeds in another order", ["seeds: [5, 6]", "seed:", "replicates:"], ["seeds: [7, 6, 5]", "seed:", "replicates:"], 8 },
        { "a seed, then a list with it", [], ["seeds: [2, 1]", "seed:", "replicates:"], 4 },
        { "a list of seeds, then one of them", ["seeds: [2, 1]", "seed:", "replicates:"], [], 4 },
        { "a corrected question", [], ["question: Which, rather?"], 16 },
        { "metrics that were kept", [Metric], [Metric, "replicates: 6"], 16 },
        { "a metric that is not wanted any more", [Metric], ["replicates: 6"], 16 },
        { "a parameter of one policy alone, of which one level is its usual value", [], [Conditional], 16 },
        { "the same with one more level", [Conditional], [Conditional.Replace("[0.1, 0.3]", "[0.3, 0.1, 0.2]", StringComparison.Ordinal)], 24 },
        { "factors that vary together", [], ["factors: {policy: {levels: [hoarding, distributed]}, channels.remote: {levels: [0.2, 0.6]}, trust.step: {levels: [0.1, 0.2]}}", "zip: [channels.remote, trust.step]"], 8 },
        { "twins of every world", [Twins], [Twins, "replicates: 6"], 16 },
        { "twins that rules may stop", [Twins, Stop], [Twins, Stop, "replicates: 6"], 16 },
        { "rules that stop programs, where there were none", [Twins], [Twins, Stop], 0 },
        { "a longer Sobol sequence under arms, with a parameter of one", [Arms, "design: {kind: sobolSequence, points: 8, crossedWith: [policy]}"], [Arms, "design: {kind: sobolSequence, points: 16, crossedWith: [policy]}"], 64 },
        { "twins that are not wanted any more", [Twins], ["replicates: 6"], 16 },
        { "events that were kept", [Events], [Events, "replicates: 6"], 16 },
        { "events that are not wanted any more", [Events], ["replicates: 6"], 16 },
        { "events that were not kept", [], [Events], 0 },
        { "series that were kept", [Series], [Series, Levels], 16 },
        { "series at fewer ticks, of fewer metrics", [Series], ["outputs: {series: {every: 6, metrics: [vitality]}}"], 16 },
        { "series at other ticks", [Series], ["outputs: {series: {every: 3, metrics: [vitality]}}"], 0 },
        { "series of another metric", [Series], ["outputs: {series: {every: 2, metrics: [vitality, effectiveHolders]}}"], 0 },
        { "series of more replicates", ["outputs: {series: {every: 2, metrics: [authorityGini], replicates: 1}}"], ["outputs: {series: {every: 2, metrics: [authorityGini], replicates: 2}}"], 12 },
    };

    [Theory]
    [MemberData(nameof(Growth))]
    [Trait("Speed", "Slow")]
    public void A_grown_experiment_runs_only_what_is_new_and_has_the_bytes_of_one_from_nothing(string what, string[] before, string[] after, int known)
    {
        var grown = _study.Read(after);
        _study.Run("before", _study.Read(before), ShardSize);
        _study.Run("nothing", grown, ShardSize);
        var result = _study.Run("grown", grown, ShardSize, "before");

        Assert.True(result.IsComplete, what);
        Assert.Equal(result.Total - known, result.RanNow);
        Assert.Equal(_study.Files("nothing"), _study.Files("grown"));
        Assert.Equal(known == 0 ? [] : [FormattableString.Invariant($"{known} of {result.Total} runs taken from {_study.In("before")}")], _study.Said);
        var reused = RunTable.ManifestOf(_study.In("grown")).Reused;
        Assert.Equal(known, reused?.Sum(r => r.Runs) ?? 0);
        Assert.All(reused ?? [], r => Assert.Equal(Path.Combine("..", "before"), r.Folder));
        var plan = new ExperimentPlan(grown);
        Assert.Equal(known, new RunReuse([ReuseSource.Open(_study.In("before"), plan)]).Count(plan).Sum(c => c.Runs));
        Assert.Empty(Verification.Of(plan, _study.In("grown"), new VerificationOptions { Sample = plan.Count }).Faults);
    }

    [Fact]
    public void Replicates_that_are_added_stage_by_stage_are_taken_too()
    {
        const string Independent = "seeding: independent";
        var grown = _study.Read(Independent, "replicates: {min: 4, max: 12, batch: 4, until: [{output: failed, halfWidth: 0.2}]}");
        _study.Run("before", _study.Read(Independent, "replicates: 9"), ShardSize);
        _study.Run("nothing", grown, ShardSize, _ => Growing(null));
        var result = _study.Run("grown", grown, ShardSize, plan => Growing(new RunReuse([ReuseSource.Open(_study.In("before"), plan)])));

        // Two points stop at 8 replicates; of the 12 that the others have the folder has 9.
        Assert.Equal(((2 * 8) + (2 * 12), 2 * 3), (result.Total, result.RanNow));
        Assert.Equal(_study.Files("nothing"), _study.Files("grown"));

        // And back: a fixed number out of stages.
        Assert.Equal((4 * 12) - (int)result.Total, _study.Run("fixed", _study.Read(Independent, "replicates: 12"), ShardSize, "grown").RanNow);

        static SweepOptions Growing(RunReuse? reuse) => new()
        {
            Reuse = reuse,
            Grow = (plan, _) => ((ExperimentPlan)plan).Stages.Count switch
            {
                1 => ((ExperimentPlan)plan).With([new(4), new(8)]),
                2 => ((ExperimentPlan)plan).With([new(4), new(8), new(12, [1, 3])]),
                _ => null,
            },
        };
    }

    [Fact]
    public void Partial_folders_and_folders_with_other_shards_give_what_they_have()
    {
        var grown = _study.Read("replicates: 10");
        _study.Run("nothing", grown, ShardSize);
        _study.Run("before", _study.Read(), shardSize: 7);
        Directory.Delete(Path.Combine(_study.In("before"), "shards", "s=00001"), recursive: true);
        File.Delete(Path.Combine(_study.In("before"), "runs.parquet"));

        Assert.Equal(40 - 9, _study.Run("grown", grown, ShardSize, "before").RanNow);
        Assert.Equal(_study.Files("nothing"), _study.Files("grown"));
    }

    [Fact]
    public void What_is_damaged_is_named_and_run()
    {
        var grown = _study.Read("replicates: 10");
        _study.Run("nothing", grown, ShardSize);
        _study.Run("before", _study.Read(), shardSize: 8);
        var table = Path.Combine(_study.In("before"), "shards", "s=00000", "runs.parquet");
        var bytes = File.ReadAllBytes(table);
        bytes[bytes.Length / 3] ^= 4;
        File.WriteAllBytes(table, bytes);

        Assert.Equal(40 - 8, _study.Run("grown", grown, ShardSize, "before").RanNow);
        Assert.Contains($"nothing is taken from {Path.GetDirectoryName(table)}: runs.parquet does not have the hash that shard.json states", _study.Said);
        Assert.Equal(_study.Files("nothing"), _study.Files("grown"));
    }

    [Fact]
    public void A_changed_result_is_found_when_runs_are_verified()
    {
        _study.Run("before", _study.Read(), shardSize: 16);
        var (spec, folder) = (_study.Read(), _study.In("before"));
        var plan = new ExperimentPlan(spec);
        var shards = new ShardSet(folder, plan, new RunColumns(plan.Points), 16);
        shards.Commit(0, [.. shards.Read(0).Select(r => r with { StateDigest = "0000000000000000" })]);

        var grown = _study.Read("replicates: 6");
        _study.Run("grown", grown, ShardSize, "before");
        var faults = Verification.Of(new ExperimentPlan(grown), _study.In("grown"), new VerificationOptions { Sample = 24 }).Faults;
        Assert.Equal(16, faults.Count(f => f.Kind == FaultKind.ReplayDiffers));
    }

    [Fact]
    public void Other_rules_and_changed_points_are_refused_with_what_was_found()
    {
        var spec = _study.Read();
        _study.Run("before", spec, ShardSize);
        var plan = new ExperimentPlan(spec);
        var folder = _study.In("before");
        var manifest = RunTable.ManifestOf(folder);

        (manifest with { ModelRevision = 2 }).Write(folder);
        var other = Assert.Throws<StoreException>(() => ReuseSource.Open(folder, plan));
        Assert.Contains("model revision 2", other.Message, StringComparison.Ordinal);

        (manifest with { RunsPlanned = 15 }).Write(folder);
        Assert.Contains("runsPlanned 15", Assert.Throws<StoreException>(() => ReuseSource.Open(folder, plan)).Message, StringComparison.Ordinal);

        manifest.Write(folder);
        File.AppendAllText(Path.Combine(folder, "points.parquet"), "x");
        Assert.Contains("points.parquet does not have the hash", Assert.Throws<StoreException>(() => ReuseSource.Open(folder, plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_of_the_same_names_that_are_others_are_refused()
    {
        _study.Run("before", _study.Read(Twins), ShardSize);
        ReuseSource.Open(_study.In("before"), new ExperimentPlan(_study.Read(Twins.Replace("after: 10", "after: 20", StringComparison.Ordinal))));
        var other = new ExperimentPlan(_study.Read(Twins.Replace("atTick: 5", "atTick: 6", StringComparison.Ordinal)));
        var error = Assert.Throws<StoreException>(() => ReuseSource.Open(_study.In("before"), other));
        Assert.Contains("the intervention of its experiment is not the same", error.Message, StringComparison.Ordinal);
    }

    // What was not computed then cannot be computed from what was kept.
    [Fact]
    public void An_added_metric_is_a_reason_to_run_everything()
    {
        _study.Run("before", _study.Read(), ShardSize);
        var error = Assert.Throws<StoreException>(() => ReuseSource.Open(_study.In("before"), new ExperimentPlan(_study.Read(Metric))));
        Assert.Contains("the metrics of its experiment are missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_stops_while_it_takes_runs_loses_none()
    {
        var grown = _study.Read("replicates: 10");
        _study.Run("nothing", grown, ShardSize);
        _study.Run("before", _study.Read(), ShardSize);
        var stopped = _study.Run("grown", grown, ShardSize, plan => new SweepOptions
        {
            Share = new RunShare(1, 4),
            Reuse = new RunReuse([ReuseSource.Open(_study.In("before"), plan)]),
            CreateEngine = () => Broken,
        });

        Assert.Equal((10, 0L), (stopped.Done, stopped.RanNow));
        Assert.Equal(40 - 16, _study.Run("grown", grown, ShardSize, "before").RanNow);
        Assert.Equal(_study.Files("nothing"), _study.Files("grown"));
        Assert.Equal(16, RunTable.ManifestOf(_study.In("grown")).Reused!.Sum(r => r.Runs));
    }

    private static ProgramOutcome Broken(PlannedRun run) => throw new InvalidOperationException("no run is needed");
}
