using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// The JSON Schema (draft 7) of experiment files, made from the declarations of the parameters: editors complete and check
/// by it, and it cannot say anything else than the reader.
/// </summary>
public static class ExperimentSchema
{
    /// <summary>The schema as text, with a newline at its end.</summary>
    /// <param name="model">What files can name; null: what comes with the program.</param>
    public static string Generate(ModelCatalog? model = null)
    {
        model ??= ModelCatalog.Standard;
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "LeadershipSim experiment",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = Experiment(model),
            ["definitions"] = new JsonObject
            {
                ["range"] = FactorSchema.Range(),
                ["distribution"] = SchemaParts.Described(SchemaParts.Kind(typeof(IDistribution), model), "How likely the values are"),
                ["prior"] = FactorSchema.Prior(),
                [WhenReader.Key] = WhenReader.Schema(),
                [ChangesReader.Key] = ChangesSchema.Definition(model),
            },
        };
        var encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = encoder }) + "\n";
    }

    private static JsonObject Experiment(ModelCatalog model) => new()
    {
        ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,64}$", ["description"] = "Name, used in paths" },
        ["question"] = SchemaParts.Text("What the experiment asks"),
        ["expectation"] = SchemaParts.Text("What is expected, stated before there are results"),
        ["extends"] = new JsonObject
        {
            ["description"] = "Files merged below this one, in order; paths start at this file's folder",
            ["anyOf"] = new JsonArray(SchemaParts.Text(), SchemaParts.ListOf(SchemaParts.Text())),
        },
        [MetricsReader.Key] = new JsonObject
        {
            ["description"] = "Your own metrics: names and expressions, as in {quiet: \"count(authority < 0.001)\", trouble: \"first tick when vitality < 0.6\"}",
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-zA-Z][a-zA-Z0-9]{0,63}$" },
            ["additionalProperties"] = SchemaParts.Text(),
        },
        ["baseline"] = Baseline(model),
        [ChangesReader.Key] = ChangesSchema.Section(),
        [StopReader.Key] = StopReader.Schema(),
        ["factors"] = new JsonObject
        {
            ["description"] = "What varies: parameter paths, or policy or network as a whole",
            ["type"] = "object",
            ["properties"] = FactorSchema.Factors(model),
            ["additionalProperties"] = FactorSchema.Factor(new JsonObject()),
        },
        [ZipReader.Key] = ZipReader.Schema(),
        ["constraints"] = new JsonObject
        {
            ["description"] = "Relations that design points must keep to be run, as in \"demand.decisionsPerSeat <= 0.5 * channels.remote + 0.1\"",
            ["type"] = "array",
            ["items"] = SchemaParts.Text(),
        },
        ["design"] = SchemaParts.Described(SchemaParts.Kind(typeof(IExperimentDesign), model), "Which combinations of levels are run"),
        [DesignsReader.Key] = DesignsReader.Schema(),
        ["replicates"] = new JsonObject { ["anyOf"] = new JsonArray(SchemaParts.Whole("Runs per design point", 1, 100_000_000), Replication(model)) },
        ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue, ["description"] = "Root seed; 0 is a seed" },
        ["seeds"] = new JsonObject
        {
            ["description"] = "A root seed for each replicate, in the place of seed and replicates",
            ["type"] = "array",
            ["minItems"] = 1,
            ["uniqueItems"] = true,
            ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue },
        },
        ["seeding"] = new JsonObject
        {
            ["enum"] = new JsonArray("common", "independent"),
            ["default"] = "common",
            ["description"] = "Whether all design points meet the same people, fates, turbulence and demand",
        },
        ["outputs"] = Outputs(model),
        ["leadership"] = new JsonObject
        {
            ["enum"] = new JsonArray([.. LeadershipReader.EventNames.Select(n => JsonValue.Create(n))]),
            ["default"] = LeadershipReader.NameOf(LeadershipEvent.FoundingCore),
            ["description"] = "The event that ends leadership, as analyses take it",
        },
        ["meaningful"] = new JsonObject
        {
            ["type"] = "number",
            ["minimum"] = 0,
            ["exclusiveMaximum"] = 1,
            ["default"] = ExperimentSpec.UsualMeaningful,
            ["description"] = "Smallest difference that matters, as a share of the horizon",
        },
        ["intervention"] = new JsonObject
        {
            ["description"] = "Whom to remove from a twin of every world: the effect of losing leadership",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("atTick"),
            ["properties"] = new JsonObject
            {
                ["remove"] = new JsonObject
                {
                    ["enum"] = new JsonArray([.. LeadershipReader.Targets.Select(n => JsonValue.Create(n))]),
                    ["description"] = "Who leaves",
                },
                ["top"] = SchemaParts.Whole("How many of the top holders leave", 1, 10_000_000),
                ["atTick"] = SchemaParts.Whole("When", 1, 1_000_000),
                ["after"] = SchemaParts.Whole("Ticks later at which programs are looked at (default: 52)", 1, 1_000_000),
            },
        },
        ["analyses"] = Names("Analyses to do (by default the usual ones that are made for the design)", AnalysisCatalog.Analyses),
        ["figures"] = FigureSchema.Section(model),
        [PatternReader.Section] = PatternSchema.Section(),
        ["calibration"] = CalibrationSchema.Section(model),
        [OptimizationReader.Section] = OptimizationSchema.Section(model),
        ["execution"] = new JsonObject
        {
            ["description"] = "How to run; changes no result",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["workers"] = SchemaParts.Whole("Worker threads (default: one per core)", 1, 1024),
                ["maxRuns"] = SchemaParts.Whole("Most runs the experiment may have", 1, 1_000_000_000_000),
            },
        },
    };

    private static JsonObject Replication(ModelCatalog model) => new()
    {
        ["description"] = "Replicates until all goals are met, of all design points as many under common random numbers",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("max", "until"),
        ["properties"] = new JsonObject
        {
            ["min"] = SchemaParts.Whole("Replicates before the first look (default: 30)", 2, 100_000_000),
            ["max"] = SchemaParts.Whole("Most replicates", 2, 100_000_000),
            ["batch"] = SchemaParts.Whole("Replicates between two looks (default: 10)", 1, 1_000_000),
            ["lookAhead"] = SchemaParts.Whole("Looks in a row that have to confirm the first that finds all goals met (default: 5)", 0, 1000),
            ["confidence"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0.5, ["maximum"] = 0.9999, ["default"] = 0.95, ["description"] = "Level of the intervals" },
            ["until"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Goal(model) },
        },
    };

    private static JsonObject Goal(ModelCatalog model) => new()
    {
        ["description"] = "How precise an output has to be known; one width",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("output"),
        ["properties"] = new JsonObject
        {
            ["output"] = new JsonObject { ["enum"] = new JsonArray([.. model.Outputs.Select(o => JsonValue.Create(o.Name))]), ["description"] = "Output of a run" },
            ["halfWidth"] = Width("Largest half-width of the interval for the share or mean"),
            ["relativeHalfWidth"] = Width("Largest half-width of the interval for the mean, as a share of the mean"),
            ["contrastHalfWidth"] = Width("Largest half-width of the interval for the paired difference of each policy from the first"),
        },
    };

    private static JsonObject Width(string description) => new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["description"] = description };

    private static JsonObject Outputs(ModelCatalog model) => new()
    {
        ["description"] = "What to keep of runs beside their row of outputs; changes no run",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["events"] = new JsonObject { ["type"] = "boolean", ["default"] = false, ["description"] = "Keep departures, exits of cores, successions, changes of leader, shocks and ends, with their ticks" },
            ["series"] = new JsonObject
            {
                ["description"] = "Keep the course of runs",
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray("every"),
                ["properties"] = new JsonObject
                {
                    ["every"] = SchemaParts.Whole("Ticks from one row to the next; the first is tick 0", 1, OutputsReader.MostTicks),
                    ["metrics"] = Names("Columns (all by default)", OutputsReader.MetricsOf(model)),
                    ["replicates"] = SchemaParts.Whole("Of how many replicates of each design point (all by default)", 1, OutputsReader.MostReplicates),
                },
            },
        },
    };

    // Nested keys are spelled out; a dotted spelling of the same keys is allowed by its pattern.
    private static JsonObject Baseline(ModelCatalog model)
    {
        var schema = SchemaParts.Record(new Scenario(), "Parameters that do not vary; what is left out has its default", model);
        schema["patternProperties"] = new JsonObject { [@"^[a-zA-Z]+(\.[a-zA-Z]+)+$"] = new JsonObject() };
        return schema;
    }

    private static JsonObject Names(string description, IReadOnlyList<CatalogItem> items) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["anyOf"] = new JsonArray([.. items.Select(i => new JsonObject { ["enum"] = new JsonArray(i.Name), ["description"] = i.Summary })]),
        },
    };
}
