using System.Text.Json.Nodes;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Experiments.Reading;

/// <summary>JSON Schema of the section <c>calibration</c>.</summary>
internal static class CalibrationSchema
{
    public static JsonObject Section(ModelCatalog model) => Mapping("Parameter values that agree with what was observed (leadersim calibrate). A file with this section has no factors, design or replicates", ["priors", "runs", "summaries", "method"], new JsonObject
    {
        ["priors"] = new JsonObject
        {
            ["description"] = "Parameters that are not known, with the distribution of their values before the data",
            ["type"] = "object",
            ["minProperties"] = 1,
            ["properties"] = FactorSchema.Priors(),
            ["additionalProperties"] = FactorSchema.PriorReference(),
        },
        ["runs"] = SchemaParts.Whole("Runs of the model behind one set of summary statistics", 1, 1_000_000),
        ["summaries"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Summary(model) },
        ["method"] = SchemaParts.Described(SchemaParts.Kind(typeof(ICalibrationMethod), model), "How the parameter values are found"),
        ["stop"] = Mapping("When to stop beside the method's own rule; whichever comes first", [], new JsonObject
        {
            ["populations"] = SchemaParts.Whole("Most populations", 1, 1_000_000),
            ["simulations"] = SchemaParts.Whole("Simulations after which no further population begins", 1, 1_000_000_000_000),
            ["epsilon"] = Above("Tolerance that is small enough (adaptivePopulation and sequential)"),
            ["seconds"] = Above("Seconds of one call after which no further population begins; the same command resumes"),
        }),
        ["predictiveDraws"] = SchemaParts.Whole("Draws from the posterior that are simulated again to see whether they give what was observed (default: 200)", 0, CalibrationReader.MostPredictiveDraws),
    });

    private static JsonObject Summary(ModelCatalog model) => Mapping("A number that the runs of a simulation are reduced to, and what was observed of it", ["statistic"], new JsonObject
    {
        ["output"] = new JsonObject { ["enum"] = Names(model.Outputs.Select(o => o.Name)), ["description"] = "Output of a run; not for survival and restrictedMean, which are of the life after the founding leadership's exit" },
        ["statistic"] = new JsonObject { ["enum"] = Names(SummaryReader.Statistics), ["description"] = "What is taken from the runs" },
        ["share"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 1, ["description"] = "Which quantile" },
        ["at"] = Above("Ticks after the exit at which survival is read"),
        ["to"] = Above("Ticks after the exit to which the restricted mean looks"),
        ["observed"] = new JsonObject { ["type"] = "number", ["description"] = "The observed value" },
        ["data"] = SchemaParts.Text("Table the value was observed on, CSV or Parquet; paths start at this file's folder"),
        ["time"] = SchemaParts.Text("Its column of ticks lived after the exit, to the end or to the last observation"),
        ["event"] = SchemaParts.Text("Its column of 0, still alive, and 1, ended"),
        ["weight"] = Above("Weight in the distance (default: 1)"),
        ["scale"] = Above("What divides it in the distance (default: its median absolute deviation under the prior)"),
        ["variance"] = Above("Variance of what was observed, for historyMatching (default: Greenwood's, from data)"),
        ["discrepancy"] = Above("Variance of what the model leaves out, for historyMatching (default: none)"),
    });

    private static JsonObject Mapping(string description, string[] required, JsonObject properties)
    {
        var schema = new JsonObject { ["description"] = description, ["type"] = "object", ["additionalProperties"] = false };
        if (required.Length > 0)
        {
            schema["required"] = Names(required);
        }

        schema["properties"] = properties;
        return schema;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);

    private static JsonObject Above(string description) => new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["description"] = description };
}
