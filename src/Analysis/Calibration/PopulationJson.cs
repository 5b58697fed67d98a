using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Populations as JSON: what is read is what was written, bit for bit.</summary>
public static class PopulationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A population as one line.</summary>
    public static string Write(Population population) => JsonSerializer.Serialize(population, Options);

    /// <summary>The population of a text.</summary>
    /// <exception cref="JsonException">It is not a population.</exception>
    public static Population Read(string text) => JsonSerializer.Deserialize<Population>(text, Options) ?? throw new JsonException("there is no population");
}
