using System.Collections;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Distributions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Identity;

/// <summary>Parameter records as JSON with sorted keys, so that equal scenarios have equal texts.</summary>
internal sealed class CanonicalJson(ModelCatalog model)
{
    private readonly Scenario _standard = new();

    // Declarations are looked up once: a plan spells a scenario for each of its design points.
    private readonly Dictionary<Type, IReadOnlyList<PartProperty>> _shapes = [];
    private readonly Dictionary<Type, PartKind> _kinds = [];

    /// <summary>All parameters, defaults filled in: for people and archives.</summary>
    public JsonObject Full(Scenario scenario) => OfRecord(scenario, null);

    /// <summary>
    /// Only what differs from the defaults: what is hashed. A parameter that a later release adds leaves old hashes as they are.
    /// A policy of an extension is what its code says, so the hash of the code is part of it.
    /// </summary>
    public JsonObject Essential(Scenario scenario)
    {
        var json = OfRecord(scenario, _standard);
        if (HasOwnPolicy(scenario))
        {
            json["extension"] = model.Extension?.Hash;
        }

        return json;
    }

    /// <summary>Whether a scenario has a policy of an extension, from the founding or from a change on.</summary>
    public static bool HasOwnPolicy(Scenario scenario) => ModelCatalog.IsOwnPolicy(scenario.Policy) || HasOwnPolicy(scenario.Changes);

    /// <summary>Whether changes bring a policy of an extension.</summary>
    public static bool HasOwnPolicy(IReadOnlyList<ScenarioChange> changes) =>
        changes.Any(c => c.Edit is ParameterSettings settings && settings.All.Any(s => ModelCatalog.IsOwnPolicy(s.Value)));

    /// <summary>A design: its kind, or its kind and parameters where it has any.</summary>
    public JsonNode OfDesign(IExperimentDesign design)
    {
        var json = OfPart(typeof(IExperimentDesign), design.Environments, null);
        if (design.CrossedWith.Count > 0)
        {
            json["crossedWith"] = new JsonArray([.. design.CrossedWith.Select(path => JsonValue.Create(path))]);
        }

        return json.Count == 1 ? JsonValue.Create(design.Kind) : json;
    }

    /// <summary>A method of calibration: its kind and its settings.</summary>
    public JsonObject OfMethod(ICalibrationMethod method) => OfPart(typeof(ICalibrationMethod), method, null);

    /// <summary>A method of optimization: its kind and its settings.</summary>
    public JsonObject OfMethod(IOptimizationMethod method) => OfPart(typeof(IOptimizationMethod), method, null);

    /// <summary>A factor: its levels with their weights, or its distribution; and where it applies.</summary>
    public JsonObject OfFactor(Factor factor)
    {
        var json = ValuesOf(factor);
        if (factor.When.Count > 0)
        {
            json["when"] = new JsonObject(factor.When.Select(c =>
                KeyValuePair.Create<string, JsonNode?>(c.Path, new JsonArray([.. c.Values.Select(v => JsonValue.Create(Spelled.Of(v)))]))));
        }

        return json;
    }

    private JsonObject ValuesOf(Factor factor)
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
    public JsonNode OfLevel(FactorLevel level)
    {
        if (level.Setting is IReadOnlyList<ScenarioChange> changes)
        {
            return new JsonObject { ["name"] = Scalar(level.Value), ["changes"] = new JsonArray([.. changes.Select(OfChange)]) };
        }

        if (level.Setting is not ILeadershipPolicy and not INetworkModel)
        {
            return Scalar(level.Setting is ChangeTrigger ? level.Value : level.Setting);
        }

        var part = level.Setting is ILeadershipPolicy ? typeof(ILeadershipPolicy) : typeof(INetworkModel);
        var json = OfPart(part, level.Setting, null);
        json.Insert(0, "name", Scalar(level.Value));
        return json;
    }

    private JsonObject OfRecord(object record, object? defaults)
    {
        if (record is StopRule stop)
        {
            return new JsonObject { ["when"] = ChangeTrigger.Spell(stop.When, stop.ForTicks), ["cause"] = stop.Cause };
        }

        if (record is ScenarioChange change)
        {
            return OfChange(change);
        }

        var json = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var property in ShapeOf(record))
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

    private JsonObject OfChange(ScenarioChange change)
    {
        var settings = change.Edit as ParameterSettings
            ?? throw new ArgumentException($"a change is made by {change.Edit.GetType().Name}, which has no canonical text; make it by {nameof(ParameterSettings)}");
        var set = new JsonObject(settings.All.Select(s => KeyValuePair.Create(
            s.Path,
            s.Parameter is null ? OfPart(s.ValueType, s.Value, null) : (JsonNode?)Scalar(s.Value))));
        return change.When is { } condition
            ? new JsonObject { ["when"] = ChangeTrigger.Spell(condition, change.ForTicks), [ParameterSettings.Key] = set }
            : new JsonObject { ["tick"] = change.Tick, [ParameterSettings.Key] = set };
    }

    private JsonNode? OfProperty(PartProperty property, object value, object? standard)
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

                // A key that a later release added leaves files without it as they are.
                var isLater = property.ItemType == typeof(ScenarioChange) || property.ItemType == typeof(StopRule);
                return list.Count == 0 && (standard is not null || isLater) ? null : list;
            default:
                return OfPart(property.Property.PropertyType, value, standard);
        }
    }

    // The kind is always named: which one is the default may change.
    private JsonObject OfPart(Type part, object value, object? standard)
    {
        var kind = KindOf(part, value);
        var json = OfRecord(value, standard is null ? null : kind.Default);
        json.Insert(0, "kind", kind.Kind);
        if (value is FileNetwork { Data: { } data } network)
        {
            // What the files say makes the runs, not where they lie.
            json.Remove("nodes");
            json.Remove("edges");
            json["nodes"] = InputFiles.NameOf(data, network.Nodes);
            json["edges"] = InputFiles.NameOf(data, network.Edges);

            // Keys that later releases added leave the hashes of files without them as they are.
            if (network.Columns == new NetworkColumns())
            {
                json.Remove("columns");
            }

            if (network.Unused.Length == 0)
            {
                json.Remove("unused");
            }
        }

        if (value is IListedPoints { Table: { } table } file)
        {
            json["path"] = InputFiles.NameOf(file.Path, table.Text);
        }

        return json;
    }

    private IReadOnlyList<PartProperty> ShapeOf(object record)
    {
        if (!_shapes.TryGetValue(record.GetType(), out var shape))
        {
            _shapes.Add(record.GetType(), shape = RecordShape.Of(record));
        }

        return shape;
    }

    private PartKind KindOf(Type part, object value)
    {
        if (!_kinds.TryGetValue(value.GetType(), out var kind))
        {
            _kinds.Add(value.GetType(), kind = model.KindOf(part, value));
        }

        return kind;
    }

    private static JsonValue Scalar(object value) => value switch
    {
        double number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(Spelled.Of(value)),
    };
}
