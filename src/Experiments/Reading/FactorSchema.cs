using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>JSON Schema of factors: levels, a range or a distribution for every parameter.</summary>
internal static class FactorSchema
{
    /// <summary>Every parameter, and the parts chosen by kind, by their paths.</summary>
    public static JsonObject Factors(ModelCatalog model)
    {
        var factors = new JsonObject();
        foreach (var property in RecordShape.Of(new Scenario()).Where(p => p.Form == PartForm.Kind))
        {
            factors[property.Key] = Factor(SchemaParts.Kind(property.Property.PropertyType, model));
        }

        foreach (var parameter in ParameterCatalog.Of(new Scenario()).Where(p => !IsOfKind(p)))
        {
            factors[parameter.Path] = Factor(SchemaParts.Parameter(parameter));
        }

        factors[ChangesReader.Key] = Factor(ChangesSchema.Level());
        return factors;
    }

    /// <summary>One factor.</summary>
    public static JsonObject Factor(JsonObject level)
    {
        level.Remove("default");
        return new JsonObject
        {
            ["type"] = "object",
            ["oneOf"] = new JsonArray(Required("levels"), Required("range"), Required("distribution")),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["levels"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = level },
                ["weights"] = SchemaParts.ListOf(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 }),
                ["range"] = new JsonObject { ["$ref"] = "#/definitions/range" },
                ["distribution"] = new JsonObject { ["$ref"] = "#/definitions/distribution" },
                [WhenReader.Key] = new JsonObject { ["$ref"] = "#/definitions/when" },
            },
            ["dependencies"] = new JsonObject { ["weights"] = new JsonArray("levels") },
        };
    }

    /// <summary>Priors: every parameter that is a number, by its path; a range or a distribution.</summary>
    public static JsonObject Priors() => new(ParameterCatalog.Of(new Scenario()).Where(p => p.IsNumeric && !IsOfKind(p))
        .Select(p => KeyValuePair.Create<string, JsonNode?>(
            p.Path, SchemaParts.Described(PriorReference(), (string)SchemaParts.Parameter(p)["description"]!))));

    /// <summary>A reference to what a prior is.</summary>
    public static JsonObject PriorReference() => new() { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/prior" }) };

    /// <summary>One prior.</summary>
    public static JsonObject Prior() => new()
    {
        ["type"] = "object",
        ["oneOf"] = new JsonArray(Required("range"), Required("distribution")),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["range"] = new JsonObject { ["$ref"] = "#/definitions/range" },
            ["distribution"] = new JsonObject { ["$ref"] = "#/definitions/distribution" },
        },
    };

    /// <summary>A range of numbers.</summary>
    public static JsonObject Range() => new()
    {
        ["description"] = "Numbers between two bounds: with steps or step as levels, without as a uniform distribution",
        ["type"] = "object",
        ["required"] = new JsonArray("from", "to"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["from"] = new JsonObject { ["type"] = "number" },
            ["to"] = new JsonObject { ["type"] = "number" },
            ["steps"] = SchemaParts.Whole("Number of levels, both ends included", 2, 1_000_000),
            ["step"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["description"] = "Width between two levels, in place of steps" },
            ["scale"] = new JsonObject { ["enum"] = new JsonArray("linear", "log"), ["default"] = "linear" },
        },
    };

    // Parameters of a part chosen by kind depend on the kind.
    private static bool IsOfKind(Parameter parameter) =>
        RecordShape.Of(new Scenario()).Any(p => p.Form == PartForm.Kind && p.Key == parameter.Path.Split('.')[0]);

    private static JsonObject Required(string key) => new() { ["required"] = new JsonArray(key) };
}
