using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>JSON Schema of the section <c>optimize</c>.</summary>
internal static class OptimizationSchema
{
    public static JsonObject Section(ModelCatalog model) => new()
    {
        ["description"] = "Search for the factor values with the best outputs (leadersim optimize). A file with this section has no design or replicates",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("method", "budget"),
        ["properties"] = new JsonObject
        {
            [GoalsReader.Maximize] = Goals(model, "Outputs of a run whose means are to be as large as possible; several goals make a Pareto set"),
            [GoalsReader.Minimize] = Goals(model, "Outputs of a run whose means are to be as small as possible"),
            ["limits"] = new JsonObject
            {
                ["description"] = "Bounds that means of outputs must keep, as in [{output: failed, atMost: 0.3}]",
                ["type"] = "array",
                ["items"] = Limit(model),
            },
            ["method"] = SchemaParts.Described(SchemaParts.Kind(typeof(IOptimizationMethod), model), "How the best is found"),
            ["budget"] = SchemaParts.Whole("Most runs in all, confirmation included", 1, 1_000_000_000_000),
            ["confirm"] = SchemaParts.Whole($"Runs of each finalist, in worlds that the search has not seen (default: {OptimizationSpec.UsualConfirmation})", 2, 100_000_000),
            ["finalists"] = SchemaParts.Whole($"Most finalists (default: {OptimizationSpec.UsualFinalists})", 1, OptimizationReader.MostFinalists),
        },
    };

    private static JsonObject Goals(ModelCatalog model, string description) => new()
    {
        ["description"] = description,
        ["anyOf"] = new JsonArray(Output(model), Goal(model), SchemaParts.ListOf(new JsonObject { ["anyOf"] = new JsonArray(Output(model), Goal(model)) })),
    };

    private static JsonObject Goal(ModelCatalog model) => Mapping(new JsonObject { ["output"] = Output(model), ["absent"] = Absent() });

    private static JsonObject Limit(ModelCatalog model) => Mapping(new JsonObject
    {
        ["output"] = Output(model),
        ["atMost"] = new JsonObject { ["type"] = "number", ["description"] = "The mean may be no larger" },
        ["atLeast"] = new JsonObject { ["type"] = "number", ["description"] = "The mean may be no smaller" },
        ["absent"] = Absent(),
    });

    private static JsonObject Mapping(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("output"),
        ["properties"] = properties,
    };

    private static JsonObject Output(ModelCatalog model) => new() { ["enum"] = new JsonArray([.. model.Outputs.Select(o => JsonValue.Create(o.Name))]) };

    private static JsonObject Absent() => new() { ["type"] = "number", ["description"] = "What a run without the output counts as" };
}
