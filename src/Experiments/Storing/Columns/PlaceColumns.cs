using Parquet.Schema;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>The columns that say which run a row belongs to, and where it stands in the plan.</summary>
internal static class PlaceColumns
{
    public static readonly DataField RunId = new("runId", typeof(string), isNullable: false);
    public static readonly DataField RunIndex = new("runIndex", typeof(long), isNullable: false);
    public static readonly DataField PointIndex = new("pointIndex", typeof(int), isNullable: false);
    public static readonly DataField Replicate = new("replicate", typeof(int), isNullable: false);
    public static readonly DataField Environment = new("environment", typeof(int), isNullable: false);
    public static readonly DataField Tick = new("tick", typeof(int), isNullable: false);

    private static readonly Column[] All =
    [
        Column.Of(RunId, "", "Hash of all that determines the run: model revision, scenario and seed"),
        Column.Of(RunIndex, "", "Position of the run in the plan, from 0"),
        Column.Of(PointIndex, "", "Position of its design point, from 0"),
        Column.Of(Replicate, "", "Replicate, from 0; under common random numbers equal replicates share their random numbers"),
        Column.Of(Environment, "", "Environment, from 0: every one is run under every arm, with the same random numbers"),
        Column.Of(Tick, "tick", "Tick, from 0, the founding"),
    ];

    /// <summary>What the columns of some fields hold.</summary>
    public static IEnumerable<Column> Of(params IEnumerable<DataField> fields) => fields.Select(f => All.First(c => c.Name == f.Name));
}
