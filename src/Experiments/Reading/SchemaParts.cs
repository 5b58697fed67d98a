using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Pieces of JSON Schema, made from the declarations of parameters.</summary>
internal static class SchemaParts
{
    /// <summary>The properties of a record of parameters.</summary>
    public static JsonObject Record(object record, string? description, ModelCatalog model)
    {
        var properties = new JsonObject();
        foreach (var property in RecordShape.Of(record))
        {
            var value = property.Property.GetValue(record)!;
            properties[property.Key] = property.Form switch
            {
                PartForm.Parameter => Parameter(property.Parameter!),
                PartForm.Record => Record(value, null, model),
                PartForm.Kind => Kind(property.Property.PropertyType, model),
                _ when property.ItemType == typeof(ScenarioChange) => ChangesSchema.Section(),
                _ when property.ItemType == typeof(StopRule) => StopReader.Schema(),
                _ => ListOf(Record(Activator.CreateInstance(property.ItemType)!, null, model)),
            };
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }

    /// <summary>A part chosen by kind: a name, or a mapping with kind and the parameters of that kind.</summary>
    public static JsonObject Kind(Type part, ModelCatalog model)
    {
        var kinds = model.KindsOf(part)!;
        var alternatives = new JsonArray(new JsonObject { ["enum"] = new JsonArray([.. kinds.Select(k => JsonValue.Create(k.Kind))]) });
        foreach (var kind in kinds)
        {
            var schema = Record(kind.Default, kind.Summary, model);
            var properties = (JsonObject)schema["properties"]!;
            properties.Insert(0, "kind", new JsonObject { ["enum"] = new JsonArray(kind.Kind), ["description"] = kind.Summary });
            if (part.Assembly != typeof(ExperimentSchema).Assembly)
            {
                properties.Insert(1, "name", Text("Name of the level in tables and figures"));
            }

            if (part == typeof(IExperimentDesign))
            {
                properties[DesignReader.CrossedWith] = ListOf(Text("Path of a factor with levels"));
                properties[DesignReader.CrossedWith]!["description"] = "Factors under whose every combination of levels each point of the others is run, with the same random numbers, as in [policy]";
            }

            schema["required"] = new JsonArray("kind");
            alternatives.Add((JsonNode)schema);
        }

        return new JsonObject { ["anyOf"] = alternatives };
    }

    /// <summary>A parameter: its meaning and unit, range and default.</summary>
    public static JsonObject Parameter(Parameter parameter)
    {
        var declared = parameter.Declaration;
        var unit = declared.Unit == "1" ? "" : $" [{declared.Unit}]";
        var schema = new JsonObject { ["description"] = declared.Meaning + unit };
        if (parameter.Property.PropertyType.IsEnum)
        {
            schema["enum"] = new JsonArray([.. Enum.GetValues(parameter.Property.PropertyType).Cast<object>().Select(c => JsonValue.Create(Spelled.Of(c)))]);
            schema["default"] = Spelled.Of(parameter.Value);
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

    /// <summary>A schema with a description.</summary>
    public static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    /// <summary>A text.</summary>
    public static JsonObject Text(string? description = null) =>
        description is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["description"] = description };

    /// <summary>A whole number.</summary>
    public static JsonObject Whole(string description, long min, long max) =>
        new() { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max, ["description"] = description };

    /// <summary>A list.</summary>
    public static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };
}
