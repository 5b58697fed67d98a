using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Identity;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Plans;

/// <summary>An optimization as it is archived: what it is called by, and a file from which it can be made again.</summary>
public sealed class OptimizationPlan
{
    // Runs of the confirmation share no random numbers with those of the search.
    private const ulong ConfirmationPurpose = 3;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly CanonicalJson _json;

    /// <summary>The plan of an optimization.</summary>
    public OptimizationPlan(OptimizationSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        _json = new CanonicalJson(spec.Model);
        OptimizationId = ContentHash.Spell(ContentHash.Of(Identity().ToJsonString()));
        ResolvedJson = Resolved().ToJsonString(Indented);
        Inputs = new SortedDictionary<string, string>(Scenarios(spec).SelectMany(InputFiles.Of).DistinctBy(f => f.Key).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>The optimization.</summary>
    public OptimizationSpec Spec { get; }

    /// <summary>Hash of all that determines the result.</summary>
    public string OptimizationId { get; }

    /// <summary>The optimization with every default filled in.</summary>
    public string ResolvedJson { get; }

    /// <summary>The files the optimization reads besides its own, by the names the resolved one gives them.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; }

    /// <summary>Root seed of the confirmation.</summary>
    /// <param name="seed">Root seed of the optimization.</param>
    public static ulong ConfirmationSeed(ulong seed) => SplitMix64.Combine(SplitMix64.Combine(0, seed), ConfirmationPurpose);

    /// <summary>An experiment file with one point, and the seed of the confirmation: the runs of a finalist, as an experiment.</summary>
    /// <param name="levels">The point.</param>
    /// <param name="rank">Its rank among the finalists, from 1.</param>
    public string ExperimentAt(IReadOnlyList<FactorLevel> levels, int rank)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var name = rank == 1 ? $"{Spec.Name}-best" : Invariant($"{Spec.Name}-finalist-{rank}");
        return WithMetrics(new()
        {
            ["name"] = name.Length > 64 ? name[^64..] : name,
            ["question"] = $"What is the course of a finalist of the optimization {Spec.Name}? {Spec.Question}".Trim(),
            ["expectation"] = Spec.Expectation,
            ["baseline"] = _json.Full(Spec.Baseline),
            ["factors"] = new JsonObject(Spec.Factors.Zip(levels, (f, level) =>
                KeyValuePair.Create<string, JsonNode?>(f.Path, _json.OfFactor(new Factor(f.Path, [level]))))),
            ["design"] = "fullFactorial",
            ["replicates"] = Spec.Confirmation,
            ["seed"] = ConfirmationSeed(Spec.Seed),
        }).ToJsonString(Indented) + "\n";
    }

    private static IEnumerable<Scenario> Scenarios(OptimizationSpec spec) =>
    [
        spec.Baseline,
        .. from factor in spec.Factors
           where factor.Levels.Any(l => l.Setting is Simulation.Networks.INetworkModel)
           from level in factor.Levels
           select spec.Baseline with { Network = (Simulation.Networks.INetworkModel)level.Setting },
    ];

    private JsonObject Identity() => WithMetrics(new()
    {
        ["modelRevision"] = ModelRevision.Current,
        ["baseline"] = _json.Essential(Spec.Baseline),
        ["factors"] = Factors(),
        ["constraints"] = Constraints(),
        ["seed"] = Spec.Seed,
        [Key] = Section(),
    });

    private JsonObject Resolved() => WithMetrics(new()
    {
        ["name"] = Spec.Name,
        ["question"] = Spec.Question,
        ["expectation"] = Spec.Expectation,
        ["baseline"] = _json.Full(Spec.Baseline),
        ["factors"] = Factors(),
        ["constraints"] = Constraints(),
        ["seed"] = Spec.Seed,
        [Key] = Section(),
    });

    private const string Key = "optimize";

    private JsonObject WithMetrics(JsonObject json)
    {
        if (ExperimentJson.MetricsOf(Spec.Model) is { } metrics)
        {
            json["metrics"] = metrics;
        }

        return json;
    }

    private JsonObject Factors() => new(Spec.Factors.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Path, _json.OfFactor(f))));

    private JsonArray Constraints() => new([.. Spec.Constraints.Select(c => JsonValue.Create(c.Text))]);

    private JsonObject Section() => new()
    {
        ["maximize"] = new JsonArray([.. Spec.Goals.Where(g => g.IsMaximized).Select(GoalOf)]),
        ["minimize"] = new JsonArray([.. Spec.Goals.Where(g => !g.IsMaximized).Select(GoalOf)]),
        ["limits"] = new JsonArray([.. Spec.Limits.Select(LimitOf)]),
        ["method"] = _json.OfMethod(Spec.Method),
        ["budget"] = Spec.Budget,
        ["confirm"] = Spec.Confirmation,
        ["finalists"] = Spec.Finalists,
    };

    private static JsonObject GoalOf(OptimizationGoal goal) => WithAbsent(new() { ["output"] = goal.Output.Name }, goal.Absent);

    private static JsonObject LimitOf(OptimizationLimit limit) =>
        WithAbsent(new() { ["output"] = limit.Output.Name, [limit.IsUpper ? "atMost" : "atLeast"] = limit.Bound }, limit.Absent);

    private static JsonObject WithAbsent(JsonObject json, double? absent)
    {
        if (absent is { } value)
        {
            json["absent"] = value;
        }

        return json;
    }
}
