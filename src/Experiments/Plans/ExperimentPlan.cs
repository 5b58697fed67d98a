using System.Buffers.Binary;
using LeadershipSim.Experiments.Identity;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Plans;

/// <summary>
/// The plan of an experiment: all design points of replicate 0 first, then of replicate 1, and so on, so that a sweep that is cut
/// off is sampled evenly. A run's id depends on model revision, scenario and seed alone: adding levels or replicates changes none.
/// </summary>
public sealed class ExperimentPlan : RunPlan
{
    private readonly ExperimentSpec _spec;
    private readonly DesignPoint[] _points;
    private readonly UInt128[] _hashes;
    private readonly ulong[] _chances;
    private readonly RunOrder _order;
    private readonly Scenario[]? _twins;

    /// <summary>Expands the design; where a rule says when to stop replicating, the plan is of the least number of replicates.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="modelRevision">Revision of the model's rules that the ids of runs stand for; null: that of this version.</param>
    public ExperimentPlan(ExperimentSpec spec, int? modelRevision = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        _spec = spec;
        var revision = modelRevision ?? ModelRevision.Current;
        var json = new CanonicalJson(spec.Model);
        var points = new List<DesignPoint>();
        var hashes = new List<UInt128>();
        var seen = new HashSet<UInt128>();
        var repeated = 0L;
        var axes = spec.Axes;
        var arms = axes.ArmsPerEnvironment();
        foreach (var (position, levels, scenario) in PointScenarios.Of(spec))
        {
            FactorValue[] values = [.. levels.Select((level, k) => new FactorValue(spec.Factors[k].Path, level?.Value))];
            var hash = HashOf(scenario, revision, json);

            // A point that was drawn twice has the same runs twice: counted as two they would pass for more evidence than there is.
            if (!seen.Add(hash) && spec.Design.CanLosePoints)
            {
                repeated++;
                continue;
            }

            hashes.Add(hash);
            points.Add(new DesignPoint(points.Count, ContentHash.Spell(hash), values, scenario)
            {
                Environment = spec.Design.CrossedWith.Count > 0 ? (int)(position / arms) : null,
            });
        }

        (_points, _hashes, PointsRepeated) = ([.. points], [.. hashes], repeated);
        _chances = ChancesOf(spec, points, hashes);
        _order = new RunOrder([new(spec.Replication?.Min ?? spec.Replicates)], _points.Length);
        _twins = spec.Intervention is { } intervention
            ? [.. points.Select(p => p.Scenario with { Shocks = [.. p.Scenario.Shocks, intervention.Removal] })] : null;
        Model = TwinOutputs.AddedTo(spec);
        ExperimentId = ContentHash.Spell(ContentHash.Of(ExperimentJson.Identity(spec, revision, json).ToJsonString()));
        ResolvedJson = ExperimentJson.Resolved(spec, json).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    }

    private ExperimentPlan(ExperimentPlan plan, IReadOnlyList<ReplicateStage> stages)
    {
        (_spec, _points, _hashes, _chances, _twins, Model) = (plan._spec, plan._points, plan._hashes, plan._chances, plan._twins, plan.Model);
        (ExperimentId, ResolvedJson, PointsRepeated) = (plan.ExperimentId, plan.ResolvedJson, plan.PointsRepeated);
        _order = new RunOrder(stages, _points.Length);
    }

    /// <summary>Hash of all that determines the results of the experiment.</summary>
    public string ExperimentId { get; }

    /// <summary>The experiment with every default filled in.</summary>
    public string ResolvedJson { get; }

    /// <summary>The files the experiment reads besides its own, by the names the resolved experiment gives them.</summary>
    public IReadOnlyDictionary<string, string> Inputs => InputFiles.Of(_spec.Design, _points.Select(p => p.Scenario));

    /// <summary>The extension that the runs depend on; null: they need nothing but the program.</summary>
    public ExtensionCode? Extension => ExperimentJson.DependsOnExtension(_spec) ? _spec.Model.Extension : null;

    /// <summary>Number of points of the design that are left out because another one is the same scenario.</summary>
    public long PointsRepeated { get; }

    /// <summary>Number of points of the design that are left out because they break a constraint.</summary>
    public long PointsRefused => _spec.Axes.CountPoints() - _points.Length - PointsRepeated;

    /// <inheritdoc/>
    public override IReadOnlyList<DesignPoint> Points => _points;

    /// <inheritdoc/>
    public override RunOutputs Outputs => _spec.Outputs;

    /// <inheritdoc/>
    public override ModelCatalog Model { get; }

    /// <inheritdoc/>
    public override long Count => _order.Count;

    /// <summary>The replicates, stage by stage: one stage unless a rule says when to stop.</summary>
    public IReadOnlyList<ReplicateStage> Stages => _order.Stages;

    /// <summary>The same plan with the stages that an experiment has come to.</summary>
    /// <exception cref="ArgumentException">They do not follow each other, or name points there are not.</exception>
    public ExperimentPlan With(IReadOnlyList<ReplicateStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var from = 0;
        foreach (var stage in stages)
        {
            if (stage.Until <= from || (stage.Points is { } points && (points.Count == 0 || points.Any(p => p < 0 || p >= _points.Length))))
            {
                throw new ArgumentException($"the stages of replicates do not follow each other: replicate {from}, then {stage.Until}", nameof(stages));
            }

            from = stage.Until;
        }

        return stages.Count == 0 ? this : new ExperimentPlan(this, stages);
    }

    /// <summary>First run of a stage, and how many it has.</summary>
    public (long First, long Count) RangeOf(int stage) => _order.RangeOf(stage);

    /// <inheritdoc/>
    public override PlannedRun this[long index]
    {
        get
        {
            var (point, replicate) = _order.PlaceOf(index);
            var seed = _spec.Seeds is { } seeds
                ? new RunSeed(seeds[replicate], 0, _chances[point])
                : new RunSeed(_spec.Seed, (ulong)replicate, _chances[point]);
            return new PlannedRun(index, RunIdOf(_hashes[point], seed), _points[point], replicate, seed) { Twin = _twins?[point] };
        }
    }

    // What sets the random numbers of a point apart from those of others. The arms of an environment share theirs in any case.
    private static ulong[] ChancesOf(ExperimentSpec spec, List<DesignPoint> points, List<UInt128> hashes)
    {
        var axes = spec.Axes;
        var first = new Dictionary<int, ulong>();
        return
        [
            .. points.Select((point, k) => axes.ArmOf(point.Environment ?? k)
                ?? (spec.Seeding == Seeding.Common ? 0
                    : point.Environment is { } environment ? OfEnvironment(environment, (ulong)hashes[k])
                    : (ulong)hashes[k])),
        ];

        ulong OfEnvironment(int environment, ulong own)
        {
            if (!first.TryGetValue(environment, out var known))
            {
                first.Add(environment, known = own);
            }

            return known;
        }
    }

    private static UInt128 HashOf(Scenario scenario, int revision, CanonicalJson json) =>
        ContentHash.Of(Invariant($"{revision}\n{json.Essential(scenario).ToJsonString()}"));

    private static string RunIdOf(UInt128 point, RunSeed seed)
    {
        Span<byte> bytes = stackalloc byte[40];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, point);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], seed.Root);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], seed.Replicate);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[32..], seed.Arm);
        return ContentHash.Spell(ContentHash.Of(bytes));
    }
}
