using LeadershipSim.Experiments.Reading;
using NJsonSchema;

namespace LeadershipSim.Experiments.Tests.Reading;

/// <summary>The schema of experiment files in a validator that is not ours; it takes long to load, so it is loaded once.</summary>
internal static class SchemaValidator
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(ExperimentSchema.Generate()));

    public static async Task<IReadOnlyList<string>> ProblemsAsync(string json) => [.. (await Schema.Value).Validate(json).Select(e => e.ToString())];
}
