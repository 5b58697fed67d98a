using System.Collections;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Experiments;

/// <summary>Parameter records as JSON with sorted keys, so that equal scenarios have equal texts.</summary>
internal static class CanonicalJson
{
    /// <summary>All parameters, defaults filled in: for people and archives.</summary>
    public static JsonObject Full(Scenario scenario) => OfRecord(scenario, null);

    /// <summary>
    /// Only what differs from the defaults: what is hashed. A parameter that a later release adds leaves old hashes as they are.
    /// </summary>
    public static JsonObject Essential(Scenario scenario) => OfRecord(scenario, new Scenario());

    /// <summary>A design: its kind, or its kind and parameters where it has any.</summary>
    public static JsonNode OfDesign(IExperimentDesign design)
    {
        var json = OfPart(typeof(IExperimentDesign), design, null);
        return json.Count == 1 ? JsonValue.Create(design.Kind) : json;
    }

    /// <summary>A factor: its levels with their weights, or its distribution.</summary>
    public static JsonObject OfFactor(Factor factor)
    {
        if (factor.Distribution is { } distribution)
        {
            return new JsonObject { ["distribution"] = OfPart(typeof(IDistribution), distribution, null) };
        }

        var json = new JsonObject { ["levels"] = new JsonArray([.. factor.Levels.Select(OfLevel)]) };
        if (factor.Weights is { } weights)
        {
            json["weights"] = new JsonArray([.. weights.Select(w => JsonValue.Create(w))]);
        }

        return json;
    }

    /// <summary>A factor's level: a scalar or, for a part chosen by kind, its name and parameters.</summary>
    public static JsonNode OfLevel(FactorLevel level)
    {
        if (level.Setting is not ILeadershipPolicy and not INetworkModel)
        {
            return Scalar(level.Setting);
        }

        var part = level.Setting is ILeadershipPolicy ? typeof(ILeadershipPolicy) : typeof(INetworkModel);
        var json = OfPart(part, level.Setting, null);
        json.Insert(0, "name", Scalar(level.Value));
        return json;
    }

    private static JsonObject OfRecord(object record, object? defaults)
    {
        var json = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var property in RecordShape.Of(record))
        {
            var value = property.Property.GetValue(record)!;
            var standard = defaults is null ? null : property.Property.GetValue(defaults);
            if (OfProperty(property, value, standard) is { } node)
            {
                json[property.Key] = node;
            }
        }

        return new JsonObject(json.Select(e => KeyValuePair.Create(e.Key, e.Value)));
    }

    private static JsonNode? OfProperty(PartProperty property, object value, object? standard)
    {
        switch (property.Form)
        {
            case PartForm.Parameter:
                return Equals(value, standard) ? null : Scalar(value);
            case PartForm.Record:
                var part = OfRecord(value, standard);
                return standard is not null && part.Count == 0 ? null : part;
            case PartForm.List:
                var list = new JsonArray([.. ((IEnumerable)value).Cast<object>().Select(item => OfRecord(item, null))]);
                return standard is not null && list.Count == 0 ? null : list;
            default:
                return OfPart(property.Property.PropertyType, value, standard);
        }
    }

    // The kind is always named: which one is the default may change.
    private static JsonObject OfPart(Type part, object value, object? standard)
    {
        var kind = PartCatalog.KindsOf(part)!.First(k => k.Default.GetType() == value.GetType());
        var json = OfRecord(value, standard is null ? null : kind.Default);
        json.Insert(0, "kind", kind.Kind);
        if (value is FileNetwork { Data: { } data } network)
        {
            // What the files say makes the runs, not where they lie.
            json.Remove("nodes");
            json.Remove("edges");
            json["nodes"] = InputFiles.NameOf(data, network.Nodes);
            json["edges"] = InputFiles.NameOf(data, network.Edges);
        }

        if (value is FileDesign { Table: { } table } file)
        {
            json["path"] = InputFiles.NameOf(file.Path, table.Text);
        }

        return json;
    }

    private static JsonValue Scalar(object value) => value switch
    {
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(Reading.ScalarReader.Format(value)),
    };
}
