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
            ["definitions"] = new JsonObject { ["range"] = Range(), ["distribution"] = Described(Kind(typeof(IDistribution)), "How likely the values are") },
        };
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonObject Experiment() => new()
    {
        ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,64}$", ["description"] = "Name, used in paths" },
        ["question"] = Text("What the experiment asks"),
        ["expectation"] = Text("What is expected, stated before there are results"),
        ["extends"] = new JsonObject
        {
            ["description"] = "Files merged below this one, in order; paths start at this file's folder",
            ["anyOf"] = new JsonArray(Text(), ListOf(Text())),
        },
        ["baseline"] = Baseline(),
        ["factors"] = new JsonObject
        {
            ["description"] = "What varies: parameter paths, or policy or network as a whole",
            ["type"] = "object",
            ["properties"] = Factors(),
            ["additionalProperties"] = Factor(new JsonObject()),
        },
        ["constraints"] = new JsonObject
        {
            ["description"] = "Relations that design points must keep to be run, as in \"policy.shareRate <= 2 * policy.leakShare + 0.1\"",
            ["type"] = "array",
            ["items"] = Text(),
        },
        ["design"] = Described(Kind(typeof(IExperimentDesign)), "Which combinations of levels are run"),
        ["replicates"] = Whole("Runs per design point", 1, 100_000_000),
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
                ["workers"] = Whole("Worker threads (default: one a core)", 1, 1024),
                ["maxRuns"] = Whole("Most runs the experiment may have", 1, 1_000_000_000_000),
            },
        },
    };

    // Nested keys are spelled out; a dotted spelling of the same keys is allowed by its pattern.
    private static JsonObject Baseline()
    {
        var schema = Record(new Scenario(), "Parameters that do not vary; what is left out has its default");
        schema["patternProperties"] = new JsonObject { [@"^[a-zA-Z]+(\.[a-zA-Z]+)+$"] = new JsonObject() };
        return schema;
    }

    private static JsonObject Record(object record, string? description)
    {
        var properties = new JsonObject();
        foreach (var property in RecordShape.Of(record))
        {
            var value = property.Property.GetValue(record)!;
            properties[property.Key] = property.Form switch
            {
                PartForm.Parameter => Parameter(property.Parameter!),
                PartForm.Record => Record(value, null),
                PartForm.Kind => Kind(property.Property.PropertyType),
                _ => ListOf(Record(Activator.CreateInstance(property.ItemType)!, null)),
            };
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private static JsonObject Kind(Type part)
    {
        var kinds = PartCatalog.KindsOf(part)!;
        var alternatives = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. kinds.Select(k => JsonValue.Create(k.Kind))]) });
        foreach (var kind in kinds)
        {
            var schema = Record(kind.Default, kind.Summary);
            var properties = (JsonObject)schema["properties"]!;
            properties.Insert(0, "kind", new JsonObject { ["enum"] = new JsonArray(kind.Kind), ["description"] = kind.Summary });
            if (part.Assembly != typeof(ExperimentSchema).Assembly)
            {
                properties.Insert(1, "name", Text("Name of the level in tables and figures"));
            }

            schema["required"] = new JsonArray("kind");
            alternatives.Add((JsonNode)schema);
        }

        return new JsonObject { ["anyOf"] = alternatives };
    }

    private static JsonObject Parameter(Parameter parameter)
    {
        var declared = parameter.Declaration;
        var unit = declared.Unit == "1" ? "" : $" [{declared.Unit}]";
        var schema = new JsonObject { ["description"] = declared.Meaning + unit };
        if (parameter.Property.PropertyType.IsEnum)
        {
            schema["enum"] = new JsonArray([.. Enum.GetValues(parameter.Property.PropertyType).Cast<object>().Select(c => JsonValue.Create(ScalarReader.Format(c)))]);
            schema["default"] = ScalarReader.Format(parameter.Value);
        }
        else if (parameter.IsNumeric)
        {
            schema["type"] = parameter.Property.PropertyType == typeof(int) ? "integer" : "number";
            schema[declared.MinExclusive ? "exclusiveMinimum" : "minimum"] = declared.Min;
            schema["maximum"] = declared.Max;
            schema["default"] = JsonSerializer.SerializeToNode(parameter.Value);
        }
        else
        {
            schema["type"] = parameter.Value is bool ? "boolean" : "string";
            schema["default"] = JsonSerializer.SerializeToNode(parameter.Value);
        }

        return schema;
    }

    private static JsonObject Factors()
    {
        var factors = new JsonObject();
        foreach (var property in RecordShape.Of(new Scenario()).Where(p => p.Form == PartForm.Kind))
        {
            factors[property.Key] = Factor(Kind(property.Property.PropertyType));
        }

        foreach (var parameter in ParameterCatalog.Of(new Scenario()).Where(p => !factors.ContainsKey(p.Path.Split('.')[0])))
        {
            factors[parameter.Path] = Factor(Parameter(parameter));
        }

        return factors;
    }

    private static JsonObject Factor(JsonObject level)
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
                ["weights"] = ListOf(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 }),
                ["range"] = new JsonObject { ["$ref"] = "#/definitions/range" },
                ["distribution"] = new JsonObject { ["$ref"] = "#/definitions/distribution" },
            },
            ["dependencies"] = new JsonObject { ["weights"] = new JsonArray("levels") },
        };
    }

    private static JsonObject Required(string key) => new() { ["required"] = new JsonArray(key) };

    private static JsonObject Range() => new()
    {
        ["description"] = "Numbers between two bounds: with steps as that many levels, without as a uniform distribution",
        ["type"] = "object",
        ["required"] = new JsonArray("from", "to"),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["from"] = new JsonObject { ["type"] = "number" },
            ["to"] = new JsonObject { ["type"] = "number" },
            ["steps"] = Whole("Number of levels from one end to the other", 2, 1_000_000),
            ["scale"] = new JsonObject { ["enum"] = new JsonArray("linear", "log"), ["default"] = "linear" },
        },
    };

    private static JsonObject Names(string description, IReadOnlyList<CatalogItem> items) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. items.Select(i => new JsonObject { ["enum"] = new JsonArray(i.Name), ["description"] = i.Summary })]) },
    };

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    private static JsonObject Text(string? description = null) =>
        description is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["description"] = description };

    private static JsonObject Whole(string description, long min, long max) =>
        new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max, ["description"] = description };

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };
}
