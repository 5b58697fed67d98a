using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Experiments.Storing;

/// <summary>Puts the columns of a table of runs together to rows, to be compared with other rows.</summary>
internal static class StoredRow
{
    /// <summary>A run of a table; outputs that the table does not have are absent from it.</summary>
    public static RunRow Of(RunTable table, int row, IReadOnlyList<Output>? outputs = null) => new(
        table.Texts("runId")[row],
        (long)table.Numbers("runIndex")[row],
        (int)table.Numbers("pointIndex")[row],
        (int)table.Numbers("replicate")[row],
        [.. (outputs ?? OutputCatalog.All).Select(o => table.Has(o.Name) ? table.Numbers(o.Name)[row] : double.NaN)],
        table.Texts("endCause")[row],
        TickList.Normal(table.Texts("coreExitTicks")[row]),
        table.Texts("stateDigest")[row])
    {
        Absent = table.Absent,
    };
}
