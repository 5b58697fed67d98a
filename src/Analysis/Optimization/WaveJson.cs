using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>Waves as JSON: what is read is what was written, bit for bit.</summary>
public static class WaveJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A wave as one line.</summary>
    public static string Write(Wave wave) => JsonSerializer.Serialize(wave, Options);

    /// <summary>The wave of a text.</summary>
    /// <exception cref="JsonException">It is not a wave.</exception>
    public static Wave Read(string text) => JsonSerializer.Deserialize<Wave>(text, Options) ?? throw new JsonException("there is no wave");
}
