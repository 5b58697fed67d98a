using System.Text.Json.Nodes;

namespace LeadershipSim.Experiments.Reading;

/// <summary>JSON Schema of the section <c>pattern</c>.</summary>
internal static class PatternSchema
{
    public static JsonObject Section()
    {
        static JsonObject Number(string description) => new() { ["type"] = "number", ["description"] = description };
        static JsonObject Levels(string description) => new() { ["type"] = "object", ["description"] = description };
        static JsonObject Mapping(string[] required, JsonObject properties) => new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
            ["properties"] = properties,
        };
        var schema = Mapping(PatternReader.Keys, new JsonObject
        {
            ["claim"] = SchemaParts.Text("What was observed, in a sentence"),
            ["source"] = SchemaParts.Text("Where it was published"),
            ["mapping"] = SchemaParts.Text("How the model's quantity stands for what was observed, and what is assumed"),
            ["role"] = new JsonObject { ["enum"] = new JsonArray([.. PatternReader.Roles.Select(r => JsonValue.Create(r))]) },
            ["statistic"] = Mapping(["of"], new JsonObject
            {
                ["of"] = SchemaParts.Text("Output of a run: its mean or, with atLeast or atMost, the share of runs that keep these bounds"),
                ["less"] = SchemaParts.Text("Output that is subtracted from it in each run"),
                ["atLeast"] = Number("Least value of the output"),
                ["atMost"] = Number("Greatest value of the output"),
                ["with"] = SchemaParts.Text("Output with which the correlation over runs is taken"),
                ["among"] = Mapping(["output"], new JsonObject
                {
                    ["output"] = SchemaParts.Text("Only runs in which this output keeps the bounds count"),
                    ["atLeast"] = Number("Least value"),
                    ["atMost"] = Number("Greatest value"),
                }),
                ["at"] = Levels("Levels of factors that the runs have"),
                ["against"] = Levels("Levels of the runs in the same worlds whose mean or share is subtracted"),
            }),
            ["target"] = Mapping([], new JsonObject
            {
                ["value"] = Number("The observed value"),
                ["tolerance"] = Number("By how much the model may be off"),
                ["atLeast"] = Number("Least value that agrees, in the place of value and tolerance"),
                ["atMost"] = Number("Greatest value that agrees, in the place of value and tolerance"),
            }),
        });
        return SchemaParts.Described(schema, "What was observed in the world, and the quantity of the runs that stands for it (leadersim patterns)");
    }
}
