using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments.Reading;

/// <summary>JSON Schema of what changes in the course of a run.</summary>
internal static class ChangesSchema
{
    private const string Reference = "#/definitions/changes";

    /// <summary>A reference to the list of changes.</summary>
    public static JsonObject Section() => new() { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = Reference }) };

    /// <summary>The list of changes.</summary>
    public static JsonObject Definition(ModelCatalog model) => SchemaParts.Described(SchemaParts.ListOf(Change(model)), "What changes in the course of a run");

    /// <summary>A level of the factor <c>changes</c>.</summary>
    public static JsonObject Level() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("name", ChangesReader.Key),
        ["properties"] = new JsonObject { ["name"] = SchemaParts.Text("Name of the level in tables and figures"), [ChangesReader.Key] = Section() },
    };

    private static JsonObject Change(ModelCatalog model) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray(ParameterSettings.Key),
        ["oneOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("tick") }, new JsonObject { ["required"] = new JsonArray("when") }),
        ["properties"] = new JsonObject
        {
            ["tick"] = SchemaParts.Whole("First tick at which the change holds; 0: the founding, where everything can be set", 0, 1_000_000),
            ["when"] = SchemaParts.Text("The condition after which it holds, as in \"vitality < 0.6 for 4 ticks\""),
            [ParameterSettings.Key] = new JsonObject
            {
                ["description"] = "What is set from then on: the policy, or live parameters by their paths",
                ["type"] = "object",
                ["minProperties"] = 1,
                ["properties"] = Settings(model),
                ["additionalProperties"] = new JsonObject(),
            },
        },
    };

    private static JsonObject Settings(ModelCatalog model)
    {
        var settings = new JsonObject { ["policy"] = SchemaParts.Kind(typeof(ILeadershipPolicy), model) };
        foreach (var parameter in ParameterCatalog.Of(new Scenario()).Where(p => p.IsLive && !p.Path.StartsWith("policy.", StringComparison.Ordinal)))
        {
            var schema = SchemaParts.Parameter(parameter);
            schema.Remove("default");
            settings[parameter.Path] = schema;
        }

        return settings;
    }
}
