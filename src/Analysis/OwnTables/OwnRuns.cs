using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Tables;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Analysis.OwnTables;

/// <summary>What is known of tables of runs that the program wrote itself.</summary>
internal static class OwnRuns
{
    // No other table has all of these.
    private static readonly string[] Marks = ["runId", "replicate", "stateDigest"];

    /// <summary>Whether a column of such a table is an outcome: known only when a run is over.</summary>
    public static bool IsOutcome(DataTable table, string column) =>
        Marks.All(table.Columns.Contains) && OutputCatalog.All.Select(o => o.Name).Append("endCause").Append("coreExitTicks").Contains(column);

    /// <summary>Whether a table lies in a results folder whose design points share their random numbers.</summary>
    public static bool ShareRandomNumbers(string file) =>
        Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && RunManifest.Read(folder) is { Seeding: Experiments.Specs.Seeding.Common };
}
