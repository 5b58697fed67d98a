using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>Columns, read and written by code that the build generates.</summary>
[JsonSerializable(typeof(Column[]))]
internal sealed partial class ColumnJson : JsonSerializerContext;
