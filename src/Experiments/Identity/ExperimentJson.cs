using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Identity;

/// <summary>An experiment as JSON with a fixed order of keys.</summary>
internal static class ExperimentJson
{
    /// <summary>Whatever changes a trajectory; how to run, and what is said about it, is left out.</summary>
    public static JsonObject Identity(ExperimentSpec spec, int modelRevision, CanonicalJson json)
    {
        var identity = WithOptions(spec, Settings(spec, modelRevision, json));
        if (DependsOnExtension(spec))
        {
            identity["extension"] = spec.Model.Extension?.Hash;
        }

        // Rows then tell of a twin as well; when programs are looked at is a matter of analysis.
        if (spec.Intervention is { } intervention)
        {
            identity["intervention"] = RemovalOf(intervention.Removal);
        }

        return identity;
    }

    private static JsonObject Settings(ExperimentSpec spec, int modelRevision, CanonicalJson json) => new()
    {
        ["modelRevision"] = modelRevision,
        ["baseline"] = json.Essential(spec.Baseline),
        ["factors"] = FactorsOf(spec, json),
        ["design"] = json.OfDesign(spec.Design),
        ["replicates"] = ReplicatesOf(spec),
        ["seed"] = spec.Seed,
        ["seeding"] = Spelled.Of(spec.Seeding),
    };

    // A list of seeds takes the place of both keys.
    private static void WithSeeds(ExperimentSpec spec, JsonObject json)
    {
        if (spec.Seeds is { } seeds)
        {
            json.Remove("replicates");
            json.Remove("seed");
            json["seeds"] = new JsonArray([.. seeds.Select(s => JsonValue.Create(s))]);
        }
    }

    /// <summary>The experiment with every default filled in: a file that can be run.</summary>
    public static JsonObject Resolved(ExperimentSpec spec, CanonicalJson json) => WithLeadership(spec, WithOptions(spec, new JsonObject
    {
        ["name"] = spec.Name,
        ["question"] = spec.Question,
        ["expectation"] = spec.Expectation,
        ["baseline"] = json.Full(spec.Baseline),
        ["factors"] = FactorsOf(spec, json),
        ["design"] = json.OfDesign(spec.Design),
        ["replicates"] = ReplicatesOf(spec),
        ["seed"] = spec.Seed,
        ["seeding"] = Spelled.Of(spec.Seeding),
        ["analyses"] = new JsonArray([.. spec.Analyses.Select(a => JsonValue.Create(a))]),
        ["figures"] = new JsonArray([.. spec.Figures.Select(FigureJson.Of)]),
    }));

    // What analyses are about; left out where it is the usual, so that older files keep their text.
    private static JsonObject WithLeadership(ExperimentSpec spec, JsonObject json)
    {
        if (spec.Leadership != LeadershipEvent.FoundingCore)
        {
            json["leadership"] = JsonNamingPolicy.CamelCase.ConvertName(spec.Leadership.ToString());
        }

        if (spec.Meaningful != ExperimentSpec.UsualMeaningful)
        {
            json["meaningful"] = spec.Meaningful;
        }

        if (spec.Intervention is { } intervention)
        {
            var removal = RemovalOf(intervention.Removal);
            removal["after"] = intervention.AfterTicks;
            json["intervention"] = removal;
        }

        return json;
    }

    private static JsonObject RemovalOf(Shock removal) => new()
    {
        ["remove"] = removal.Remove switch { ShockTarget.Director => "director", ShockTarget.TopHolders => "top", _ => "foundingCore" },
        ["top"] = removal.Count,
        ["atTick"] = removal.Tick,
    };

    private static JsonNode ReplicatesOf(ExperimentSpec spec) =>
        spec.Replication is not { } rule ? JsonValue.Create(spec.Replicates) : new JsonObject
        {
            ["min"] = rule.Min,
            ["max"] = rule.Max,
            ["batch"] = rule.Batch,
            ["lookAhead"] = rule.LookAhead,
            ["confidence"] = rule.Confidence,
            ["until"] = new JsonArray([.. rule.Until.Select(GoalOf)]),
        };

    private static JsonObject GoalOf(PrecisionGoal goal)
    {
        var json = new JsonObject { ["output"] = goal.Output };
        foreach (var (key, width) in new[]
        {
            ("halfWidth", goal.HalfWidth),
            ("relativeHalfWidth", goal.RelativeHalfWidth),
            ("contrastHalfWidth", goal.ContrastHalfWidth),
        })
        {
            if (width is { } value)
            {
                json[key] = value;
            }
        }

        return json;
    }

    /// <summary>Whether rows of results depend on the code of an extension; figures change none.</summary>
    public static bool DependsOnExtension(ExperimentSpec spec) =>
        spec.Model.HasExtensionOutputs
        || CanonicalJson.HasOwnPolicy(spec.Baseline)
        || spec.Factors.Any(f => f.Levels.Any(l => ModelCatalog.IsOwnPolicy(l.Setting)
            || (l.Setting is IReadOnlyList<ScenarioChange> changes && CanonicalJson.HasOwnPolicy(changes))))
        || (spec.Outputs.Series is { } series && series.Metrics.Except(SeriesCatalog.All).Any(m => spec.Model.NamesExtension(m.Name)))
        || ConditionsOf(spec).Any(c => spec.Model.NamesExtension(c.Text));

    // What changes of the baseline and of the levels of factors wait for.
    private static IEnumerable<StateCondition> ConditionsOf(ExperimentSpec spec) =>
        spec.Baseline.Changes.Concat(spec.Factors.SelectMany(f => f.Levels).Select(l => l.Setting).OfType<IReadOnlyList<ScenarioChange>>().SelectMany(c => c))
            .Select(c => c.When).Concat(spec.Factors.SelectMany(f => f.Levels).Select(l => (l.Setting as ChangeTrigger)?.Condition))
            .Concat(spec.Baseline.Stop.Select(s => s.When)).OfType<StateCondition>();

    /// <summary>The metrics that a file defines; null where it defines none.</summary>
    public static JsonObject? MetricsOf(ModelCatalog model) => model.OwnMetrics.Count == 0
        ? null
        : new(model.OwnMetrics.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Definition)));

    private static JsonObject WithOptions(ExperimentSpec spec, JsonObject json)
    {
        WithSeeds(spec, json);
        if (MetricsOf(spec.Model) is { } metrics)
        {
            json["metrics"] = metrics;
        }

        if (spec.Zip.Count > 0)
        {
            json["zip"] = new JsonArray([.. spec.Zip.Select(group => new JsonArray([.. group.Select(path => JsonValue.Create(path))]))]);
        }

        if (spec.Constraints.Count > 0)
        {
            json["constraints"] = new JsonArray([.. spec.Constraints.Select(c => JsonValue.Create(c.Text))]);
        }

        // A folder holds the same tables for all of its runs.
        if (!spec.Outputs.IsNone)
        {
            json["outputs"] = OfOutputs(spec.Outputs);
        }

        return json;
    }

    private static JsonObject FactorsOf(ExperimentSpec spec, CanonicalJson json) =>
        new(spec.Factors.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Path, json.OfFactor(f))));

    // What is kept of runs beside their outputs.
    private static JsonObject OfOutputs(RunOutputs outputs)
    {
        var json = new JsonObject { ["events"] = outputs.Events };
        if (outputs.Series is { } series)
        {
            var metrics = new JsonArray([.. series.Metrics.Select(m => JsonValue.Create(m.Name))]);
            var request = new JsonObject { ["every"] = series.EveryTicks, ["metrics"] = metrics };
            if (series.Replicates is { } replicates)
            {
                request["replicates"] = replicates;
            }

            json["series"] = request;
        }

        return json;
    }
}
