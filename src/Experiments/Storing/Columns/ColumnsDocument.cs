using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The dictionary of a results folder's data: what each column of each table holds, for people and programs.</summary>
internal static class ColumnsDocument
{
    private static readonly JsonSerializerOptions Json = new(Column.Json) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The document for some tables.</summary>
    public static string Of(IEnumerable<(string Table, IReadOnlyList<Column> Columns)> tables) => new JsonObject
    {
        ["booleans"] = "true and false, in CSV and in Parquet",
        ["lists"] = "JSON arrays in one cell, as in [36,77], in CSV and in Parquet",
        ["missing"] = "an empty cell in CSV, null in Parquet: the value does not exist for this run",
        ["tables"] = new JsonObject(tables.Select(t => KeyValuePair.Create(t.Table, JsonSerializer.SerializeToNode(t.Columns.ToArray(), Json)))),
    }.ToJsonString(Json) + "\n";
}
