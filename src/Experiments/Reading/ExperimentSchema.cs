using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Reading;

/// <summary>
/// The JSON Schema (draft 7) of experiment files, made from the declarations of the parameters: editors complete and check
/// by it, and it cannot say anything else than the reader.
/// </summary>
public static class ExperimentSchema
{
    /// <summary>The schema as text, with a newline at its end.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "LeadershipSim experiment",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = Experiment(),
            ["definitions"] = new JsonObject { ["range"] = FactorSchema.Range(), ["distribution"] = SchemaParts.Described(SchemaParts.Kind(typeof(IDistribution)), "How likely the values are") },
        };
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonObject Experiment() => new()
    {
        ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,64}$", ["description"] = "Name, used in paths" },
        ["question"] = SchemaParts.Text("What the experiment asks"),
        ["expectation"] = SchemaParts.Text("What is expected, stated before there are results"),
        ["extends"] = new JsonObject
        {
            ["description"] = "Files merged below this one, in order; paths start at this file's folder",
            ["anyOf"] = new JsonArray(SchemaParts.Text(), SchemaParts.ListOf(SchemaParts.Text())),
        },
        ["baseline"] = Baseline(),
        ["factors"] = new JsonObject
        {
            ["description"] = "What varies: parameter paths, or policy or network as a whole",
            ["type"] = "object",
            ["properties"] = FactorSchema.Factors(),
            ["additionalProperties"] = FactorSchema.Factor(new JsonObject()),
        },
        ["constraints"] = new JsonObject
        {
            ["description"] = "Relations that design points must keep to be run, as in \"demand.decisionsPerSeat <= 0.5 * channels.remote + 0.1\"",
            ["type"] = "array",
            ["items"] = SchemaParts.Text(),
        },
        ["design"] = SchemaParts.Described(SchemaParts.Kind(typeof(IExperimentDesign)), "Which combinations of levels are run"),
        ["replicates"] = SchemaParts.Whole("Runs per design point", 1, 100_000_000),
        ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue, ["description"] = "Root seed; 0 is a seed" },
        ["seeding"] = new JsonObject
        {
            ["enum"] = new JsonArray("common", "independent"),
            ["default"] = "common",
            ["description"] = "Whether all design points meet the same people, fates, turbulence and demand",
        },
        ["analyses"] = Names("Analyses to do (all by default)", AnalysisCatalog.Analyses),
        ["figures"] = Names("Figures to draw (all by default)", AnalysisCatalog.Figures),
        ["execution"] = new JsonObject
        {
            ["description"] = "How to run; changes no result",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["workers"] = SchemaParts.Whole("Worker threads (default: one a core)", 1, 1024),
                ["maxRuns"] = SchemaParts.Whole("Most runs the experiment may have", 1, 1_000_000_000_000),
            },
        },
    };

    // Nested keys are spelled out; a dotted spelling of the same keys is allowed by its pattern.
    private static JsonObject Baseline()
    {
        var schema = SchemaParts.Record(new Scenario(), "Parameters that do not vary; what is left out has its default");
        schema["patternProperties"] = new JsonObject { [@"^[a-zA-Z]+(\.[a-zA-Z]+)+$"] = new JsonObject() };
        return schema;
    }

    private static JsonObject Names(string description, IReadOnlyList<CatalogItem> items) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. items.Select(i => new JsonObject { ["enum"] = new JsonArray(i.Name), ["description"] = i.Summary })]) },
    };
}
