using System.Text.Json;
using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Identity;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Plans;

/// <summary>A calibration as it is archived: what it is called by, and a file from which it can be made again.</summary>
public sealed class CalibrationPlan
{
    /// <summary>The plan of a calibration.</summary>
    public CalibrationPlan(CalibrationSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        var json = new CanonicalJson(spec.Model);
        CalibrationId = ContentHash.Spell(ContentHash.Of(Identity(spec, json).ToJsonString()));
        ResolvedJson = Resolved(spec, json).ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
        Inputs = new SortedDictionary<string, string>(
            spec.Summaries.Select(s => s.Data).OfType<ObservedLives>().DistinctBy(InputFiles.NameOf).ToDictionary(InputFiles.NameOf, d => d.Text)
                .Concat(InputFiles.Of(spec.Baseline)).ToDictionary(),
            StringComparer.Ordinal);
    }

    /// <summary>The calibration.</summary>
    public CalibrationSpec Spec { get; }

    /// <summary>Hash of all that determines the result.</summary>
    public string CalibrationId { get; }

    /// <summary>The calibration with every default filled in.</summary>
    public string ResolvedJson { get; }

    /// <summary>The files the calibration reads besides its own, by the names the resolved one gives them.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; }

    private static JsonObject Identity(CalibrationSpec spec, CanonicalJson json) => WithMetrics(spec, new()
    {
        ["modelRevision"] = ModelRevision.Current,
        ["baseline"] = json.Essential(spec.Baseline),
        ["seed"] = spec.Seed,
        // A clock decides when to stop, not what the populations are.
        ["calibration"] = Section(spec with { Stop = spec.Stop with { Seconds = null } }, json),
    });

    private static JsonObject Resolved(CalibrationSpec spec, CanonicalJson json) => WithMetrics(spec, new()
    {
        ["name"] = spec.Name,
        ["question"] = spec.Question,
        ["expectation"] = spec.Expectation,
        ["baseline"] = json.Full(spec.Baseline),
        ["seed"] = spec.Seed,
        ["calibration"] = Section(spec, json),
    });

    private static JsonObject WithMetrics(CalibrationSpec spec, JsonObject json)
    {
        if (ExperimentJson.MetricsOf(spec.Model) is { } metrics)
        {
            json["metrics"] = metrics;
        }

        return json;
    }

    private static JsonObject Section(CalibrationSpec spec, CanonicalJson json) => new()
    {
        ["priors"] = new JsonObject(spec.Priors.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Path, json.OfFactor(p)))),
        ["runs"] = spec.Runs,
        ["summaries"] = new JsonArray([.. spec.Summaries.Select(SummaryOf)]),
        ["method"] = json.OfMethod(spec.Method),
        ["stop"] = Present(
            ("populations", spec.Stop.Populations is { } populations ? JsonValue.Create(populations) : null),
            ("simulations", spec.Stop.Simulations is { } simulations ? JsonValue.Create(simulations) : null),
            ("epsilon", Number(spec.Stop.Epsilon)),
            ("seconds", Number(spec.Stop.Seconds))),
        ["predictiveDraws"] = spec.PredictiveDraws,
    };

    private static JsonObject SummaryOf(SummaryStatistic summary) => Present(
        ("output", summary.Output is { } output ? JsonValue.Create(output.Name) : null),
        ("statistic", JsonValue.Create(Spelled.Of(summary.Statistic))),
        ("share", Number(summary.Share)),
        (summary.Statistic == StatisticKind.Survival ? "at" : "to", Number(summary.Ticks)),
        ("observed", Number(summary.Observed)),
        ("data", summary.Data is { } data ? JsonValue.Create(InputFiles.NameOf(data)) : null),
        ("time", summary.Data is { } lives ? JsonValue.Create(lives.TimeColumn) : null),
        ("event", summary.Data is { } ends ? JsonValue.Create(ends.EventColumn) : null),
        ("weight", Number(summary.Weight)),
        ("scale", Number(summary.Scale)),
        ("variance", Number(summary.Variance)),
        ("discrepancy", summary.Discrepancy == 0 ? null : Number(summary.Discrepancy)));

    private static JsonValue? Number(double? value) => value is { } number ? JsonValue.Create(number) : null;

    private static JsonObject Present(params ReadOnlySpan<(string Key, JsonNode? Value)> entries)
    {
        var json = new JsonObject();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                json[key] = value;
            }
        }

        return json;
    }
}
