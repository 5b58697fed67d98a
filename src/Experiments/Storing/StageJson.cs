using System.Security.Cryptography;
using System.Text;
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

    /// <summary>A text with its hash. It counts what is worked out: what belongs to something else is no less damage.</summary>
    /// <param name="id">What is worked out.</param>
    /// <param name="member">What the text is called.</param>
    /// <param name="text">The text, as JSON.</param>
    internal static string Sealed(string id, string member, string text) => $$"""{"sha256":"{{HashOf(id, text)}}","{{member}}":{{text}}}""" + "\n";

    /// <summary>The text that was sealed.</summary>
    /// <exception cref="JsonException">It has another name, or does not have its hash.</exception>
    internal static string Opened(string content, string id, string member)
    {
        using var document = Parsed(content, member);
        if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty(member, out var inner)
            || !root.TryGetProperty("sha256", out var hash))
        {
            throw new JsonException($"it is not a {member}");
        }

        var text = inner.GetRawText();
        return hash.ValueKind == JsonValueKind.String && hash.GetString() == HashOf(id, text) ? text : throw new JsonException("its hash does not match its content");
    }

    private static JsonDocument Parsed(string content, string member)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException error)
        {
            throw new JsonException($"it is not a {member}: {error.Message}", error);
        }
    }

    private static string HashOf(string id, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + text)));
}
