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
        ParameterPath[] paths = [.. spec.Factors.Select(f => PathOf(spec, f))];

        // A part chosen by kind is put in first: other factors may be its parameters.
        int[] order = [.. Enumerable.Range(0, paths.Length).OrderBy(k => paths[k].Parameter is null ? 0 : 1)];
        _points = [.. spec.Design.Points(spec.Factors).Select((levels, index) => Point(index, levels, order))];
        _hashes = [.. _points.Select(p => HashOf(p.Scenario))];
        ExperimentId = ContentHash.Spell(ContentHash.Of(IdentityOf(spec).ToJsonString()));
        ResolvedJson = ResolvedOf(spec).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
    }

    /// <summary>Hash of all that determines the results of the experiment.</summary>
    public string ExperimentId { get; }

    /// <summary>The experiment with every default filled in.</summary>
    public string ResolvedJson { get; }

    /// <summary>The files the experiment reads besides its own, by the names the resolved experiment gives them.</summary>
    public IReadOnlyDictionary<string, string> Inputs => InputFiles.Of(_points);

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

    private static UInt128 HashOf(Scenario scenario) =>
        ContentHash.Of(string.Create(CultureInfo.InvariantCulture, $"{ModelRevision.Current}\n{CanonicalJson.Essential(scenario).ToJsonString()}"));

    private static string RunIdOf(UInt128 point, RunSeed seed)
    {
        Span<byte> bytes = stackalloc byte[40];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, point);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], seed.Root);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], seed.Replicate);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[32..], seed.Arm);
        return ContentHash.Spell(ContentHash.Of(bytes));
    }

    private static ParameterPath PathOf(ExperimentSpec spec, Factor factor)
    {
        // A parameter of a kind that only some levels of another factor have is found in a scenario with one of them.
        foreach (var scenario in ScenariosOf(spec))
        {
            if (ParameterPath.Find(scenario, factor.Path, out _, out _) is { } path)
            {
                return path;
            }
        }

        throw new ArgumentException($"factor {factor.Path} is not a parameter", nameof(spec));
    }

    private static IEnumerable<Scenario> ScenariosOf(ExperimentSpec spec)
    {
        yield return spec.Baseline;
        foreach (var factor in spec.Factors)
        {
            if (ParameterPath.Find(spec.Baseline, factor.Path, out _, out _) is { Parameter: null } part)
            {
                yield return part.With(spec.Baseline, factor.Levels[0].Setting);
            }
        }
    }

    private DesignPoint Point(int index, FactorLevel[] levels, int[] order)
    {
        var scenario = _spec.Baseline;
        foreach (var k in order)
        {
            // Found anew: the walk depends on the kinds that are in force.
            var path = ParameterPath.Find(scenario, _spec.Factors[k].Path, out _, out _)
                ?? throw new ArgumentException($"factor {_spec.Factors[k].Path} is not a parameter at design point {index}");
            scenario = path.With(scenario, levels[k].Setting);
        }

        scenario = NetworkSize.Fit(scenario);

        FactorValue[] values = [.. levels.Select((level, k) => new FactorValue(_spec.Factors[k].Path, level.Value))];
        return new DesignPoint(index, ContentHash.Spell(HashOf(scenario)), values, scenario);
    }

    // Whatever changes a trajectory; how to run, and what is said about it, is left out.
    private static JsonObject IdentityOf(ExperimentSpec spec) => new()
    {
        ["modelRevision"] = ModelRevision.Current,
        ["baseline"] = CanonicalJson.Essential(spec.Baseline),
        ["factors"] = FactorsOf(spec),
        ["design"] = spec.Design.Kind,
        ["replicates"] = spec.Replicates,
        ["seed"] = spec.Seed,
        ["seeding"] = Reading.ScalarReader.Format(spec.Seeding),
    };

    private static JsonObject ResolvedOf(ExperimentSpec spec) => new()
    {
        ["name"] = spec.Name,
        ["question"] = spec.Question,
        ["expectation"] = spec.Expectation,
        ["baseline"] = CanonicalJson.Full(spec.Baseline),
        ["factors"] = FactorsOf(spec),
        ["design"] = spec.Design.Kind,
        ["replicates"] = spec.Replicates,
        ["seed"] = spec.Seed,
        ["seeding"] = Reading.ScalarReader.Format(spec.Seeding),
        ["analyses"] = new JsonArray([.. spec.Analyses.Select(a => JsonValue.Create(a))]),
        ["figures"] = new JsonArray([.. spec.Figures.Select(f => JsonValue.Create(f))]),
    };

    private static JsonObject FactorsOf(ExperimentSpec spec) =>
        new(spec.Factors.Select(f => KeyValuePair.Create<string, JsonNode?>(
            f.Path, new JsonObject { ["levels"] = new JsonArray([.. f.Levels.Select(CanonicalJson.OfLevel)]) })));
}
