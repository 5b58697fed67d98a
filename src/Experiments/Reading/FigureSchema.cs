using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>The part of the schema about figures: names, or records with a kind.</summary>
internal static class FigureSchema
{
    /// <summary>The section.</summary>
    /// <param name="model">Says which figures there are.</param>
    public static JsonObject Section(ModelCatalog model) => new()
    {
        ["description"] = $"Figures to draw (by default {string.Join(", ", AnalysisCatalog.UsualFigures)}, as far as the experiment has what they need)",
        ["type"] = "array",
        ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. Names(model), Record(model)]) },
    };

    private static IEnumerable<JsonNode> Names(ModelCatalog model) =>
        model.Figures.Select(f => new JsonObject { ["enum"] = new JsonArray(f.Name), ["description"] = f.Summary });

    private static JsonObject Record(ModelCatalog model) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("kind"),
        ["properties"] = new JsonObject
        {
            ["kind"] = new JsonObject { ["enum"] = new JsonArray([.. model.Figures.Select(f => JsonValue.Create(f.Name))]), ["description"] = "Kind of the figure" },
            ["name"] = SchemaParts.Text("Name of its files"),
            ["x"] = SchemaParts.Text("Factor along the horizontal axis"),
            ["y"] = SchemaParts.Text("Factor along the vertical axis"),
            ["value"] = SchemaParts.Text("What is drawn: outlived, an output of runs, or a metric of their course"),
            ["by"] = SchemaParts.Text("Factor whose levels are the arms"),
            ["where"] = Texts("Design points that enter, as \"organization.seats = 40\"; of several levels of one factor, either"),
            ["title"] = SchemaParts.Text("A line above the figure"),
            ["order"] = Texts("Arms that come first"),
            ["rename"] = Texts("Other names for arms, as \"old=new\""),
            ["size"] = SchemaParts.Text("85mm, 170mm or width x height as 120x80mm"),
            ["tick"] = SchemaParts.Whole("Tick that is looked at, for figures of single runs", 0, 1_000_000),
            ["meaningful"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["description"] = "Least difference that decides which arm is best" },
        },
    };

    private static JsonObject Texts(string description) => new()
    {
        ["description"] = description,
        ["anyOf"] = new JsonArray(SchemaParts.Text(), SchemaParts.ListOf(SchemaParts.Text())),
    };
}
