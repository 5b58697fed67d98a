using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments;

/// <summary>
/// The plan of an experiment: all design points of replicate 0 first, then of replicate 1, and so on, so that a sweep that is cut
/// off is sampled evenly. A run's id depends on model revision, scenario and seed alone: adding levels or replicates changes none.
/// </summary>
public sealed class ExperimentPlan : RunPlan
{
    private readonly ExperimentSpec _spec;
    private readonly DesignPoint[] _points;
    private readonly UInt128[] _hashes;

    /// <summary>Expands the design.</summary>
    public ExperimentPlan(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        _spec = spec;
        var json = new CanonicalJson();
        var points = new List<DesignPoint>();
        var hashes = new List<UInt128>();
        var seen = new HashSet<UInt128>();
        foreach (var (levels, scenario) in new PointScenarios(spec).All())
        {
            FactorValue[] values = [.. levels.Select((level, k) => new FactorValue(spec.Factors[k].Path, level.Value))];
            var hash = HashOf(scenario, json);

            // A point that was drawn twice has the same runs twice: counted as two they would pass for more evidence than there is.
            if (!seen.Add(hash) && spec.Design.CanLosePoints)
            {
                continue;
            }

            hashes.Add(hash);
            points.Add(new DesignPoint(points.Count, ContentHash.Spell(hash), values, scenario));
        }

        (_points, _hashes) = ([.. points], [.. hashes]);
        ExperimentId = ContentHash.Spell(ContentHash.Of(IdentityOf(spec, json).ToJsonString()));
        ResolvedJson = ResolvedOf(spec, json).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    }

    /// <summary>Hash of all that determines the results of the experiment.</summary>
    public string ExperimentId { get; }

    /// <summary>The experiment with every default filled in.</summary>
    public string ResolvedJson { get; }

    /// <summary>The files the experiment reads besides its own, by the names the resolved experiment gives them.</summary>
    public IReadOnlyDictionary<string, string> Inputs => InputFiles.Of(_spec.Design, _points);

    /// <summary>Number of design points that are not run because they break a constraint or repeat another.</summary>
    public long PointsLeftOut => _spec.Design.CountPoints(_spec.Factors) - _points.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<DesignPoint> Points => _points;

    /// <inheritdoc/>
    public override long Count => (long)_points.Length * _spec.Replicates;

    /// <inheritdoc/>
    public override PlannedRun this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (replicate, point) = ((int)(index / _points.Length), (int)(index % _points.Length));
            var arm = _spec.Seeding == Seeding.Common ? 0 : (ulong)_hashes[point];
            var seed = new RunSeed(_spec.Seed, (ulong)replicate, arm);
            return new PlannedRun(index, RunIdOf(_hashes[point], seed), _points[point], replicate, seed);
        }
    }

    private static UInt128 HashOf(Scenario scenario, CanonicalJson json) =>
        ContentHash.Of(string.Create(CultureInfo.InvariantCulture, $"{ModelRevision.Current}\n{json.Essential(scenario).ToJsonString()}"));

    private static string RunIdOf(UInt128 point, RunSeed seed)
    {
        Span<byte> bytes = stackalloc byte[40];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, point);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], seed.Root);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], seed.Replicate);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[32..], seed.Arm);
        return ContentHash.Spell(ContentHash.Of(bytes));
    }

    // Whatever changes a trajectory; how to run, and what is said about it, is left out.
    private static JsonObject IdentityOf(ExperimentSpec spec, CanonicalJson json) => WithConstraints(spec, new JsonObject
    {
        ["modelRevision"] = ModelRevision.Current,
        ["baseline"] = json.Essential(spec.Baseline),
        ["factors"] = FactorsOf(spec, json),
        ["design"] = json.OfDesign(spec.Design),
        ["replicates"] = spec.Replicates,
        ["seed"] = spec.Seed,
        ["seeding"] = Reading.ScalarReader.Format(spec.Seeding),
    });

    private static JsonObject ResolvedOf(ExperimentSpec spec, CanonicalJson json) => WithConstraints(spec, new JsonObject
    {
        ["name"] = spec.Name,
        ["question"] = spec.Question,
        ["expectation"] = spec.Expectation,
        ["baseline"] = json.Full(spec.Baseline),
        ["factors"] = FactorsOf(spec, json),
        ["design"] = json.OfDesign(spec.Design),
        ["replicates"] = spec.Replicates,
        ["seed"] = spec.Seed,
        ["seeding"] = Reading.ScalarReader.Format(spec.Seeding),
        ["analyses"] = new JsonArray([.. spec.Analyses.Select(a => JsonValue.Create(a))]),
        ["figures"] = new JsonArray([.. spec.Figures.Select(f => JsonValue.Create(f))]),
    });

    private static JsonObject WithConstraints(ExperimentSpec spec, JsonObject json)
    {
        if (spec.Constraints.Count > 0)
        {
            json["constraints"] = new JsonArray([.. spec.Constraints.Select(c => JsonValue.Create(c.Text))]);
        }

        return json;
    }

    private static JsonObject FactorsOf(ExperimentSpec spec, CanonicalJson json) =>
        new(spec.Factors.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Path, json.OfFactor(f))));
}
