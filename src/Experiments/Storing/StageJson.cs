using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Storing;

/// <summary>Stages of staged work, such as populations and waves, as JSON: what is read is what was written, bit for bit.</summary>
public static class StageJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A stage as one line.</summary>
    public static string Write<T>(T stage) => JsonSerializer.Serialize(stage, Options);

    /// <summary>The stage of a text.</summary>
    /// <exception cref="JsonException">It is not such a stage.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("there is no stage");
}
