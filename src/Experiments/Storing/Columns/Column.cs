using System.Text.Json;
using System.Text.Json.Serialization;
using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>What kind of values a column holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
public enum ColumnType
{
    /// <summary>Text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Whole numbers.</summary>
    [JsonStringEnumMemberName("integer")]
    Integer,

    /// <summary>Numbers.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>true and false.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>Lists of whole numbers, written as JSON: [36,77].</summary>
    [JsonStringEnumMemberName("list of integers")]
    Integers,
}

/// <summary>A column of a table, as a results folder records it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What kind of values it holds.</param>
/// <param name="Unit">Their unit; 1 for pure numbers, empty where there is nothing to measure.</param>
/// <param name="Meaning">What they say.</param>
public sealed record Column(string Name, ColumnType Type, string Unit, string Meaning)
{
    /// <summary>The key of a Parquet file's metadata under which its columns stand, as JSON.</summary>
    public const string MetadataKey = "leadersim.columns";

    /// <summary>The column of a field.</summary>
    internal static Column Of(DataField field, string unit, string meaning) => new(field.Name, TypeOf(field), unit, meaning);

    /// <summary>What kind of values a field holds.</summary>
    internal static ColumnType TypeOf(DataField field) => System.Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Boolean => ColumnType.Boolean,
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ColumnType.Number,
        >= TypeCode.SByte and <= TypeCode.UInt64 => ColumnType.Integer,
        _ => ColumnType.Text,
    };

    /// <summary>Columns as the metadata of a Parquet file.</summary>
    internal static Dictionary<string, string> Metadata(IEnumerable<Column> columns) =>
        new() { [MetadataKey] = JsonSerializer.Serialize(columns.ToArray(), Json) };

    /// <summary>The columns that the metadata of a Parquet file describes; none in files of version 0.1.</summary>
    internal static IReadOnlyList<Column> Of(IReadOnlyDictionary<string, string>? metadata)
    {
        try
        {
            return metadata?.GetValueOrDefault(MetadataKey) is { } text ? JsonSerializer.Deserialize<Column[]>(text, Json) ?? [] : [];
        }
        catch (JsonException)
        {
            // What a later version writes may have other types; the table is read by the types of its own schema.
            return [];
        }
    }

    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
