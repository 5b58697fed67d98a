using LeadershipSim.Experiments.Storing;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Replaying;

/// <summary>A column in which a replayed run differs from its stored row.</summary>
/// <param name="Column">The column.</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Replayed">What the replay gave.</param>
public sealed record ReplayDifference(string Column, string Stored, string Replayed);

/// <summary>What came of a replay.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Differences">Columns that differ, in table order; none: the same bits.</param>
public sealed record ReplayResult(string RunId, IReadOnlyList<ReplayDifference> Differences)
{
    /// <summary>Whether every output and the digest of the final state have the same bits.</summary>
    public bool Agrees => Differences.Count == 0;
}

/// <summary>Runs stored runs again, and compares bit for bit.</summary>
public static class Replay
{
    /// <summary>Position of a run in the table.</summary>
    /// <param name="table">The runs.</param>
    /// <param name="runId">Its id, or a beginning of it that no other run has.</param>
    /// <exception cref="StoreException">There is no such run, or more than one.</exception>
    public static int Find(RunTable table, string runId)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var ids = table.Texts("runId");
        int[] found = [.. Enumerable.Range(0, ids.Count).Where(k => ids[k].StartsWith(runId, StringComparison.Ordinal)).Take(2)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new StoreException(StoreProblem.NotReadable, $"there is no run {runId}; the column runId of runs.csv lists them"),
            _ => throw new StoreException(StoreProblem.NotReadable, $"more than one run starts with {runId}; give more of its id"),
        };
    }

    /// <summary>Runs the run in a row of the table again.</summary>
    /// <param name="plan">The plan it belongs to.</param>
    /// <param name="table">The stored runs.</param>
    /// <param name="row">Its row.</param>
    /// <param name="observer">Sees every tick of it.</param>
    public static ReplayResult Run(RunPlan plan, RunTable table, int row, ITickObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        var planned = plan[(long)table.Numbers("runIndex")[row]];
        var replayed = RunRow.Of(planned, new TickEngine().Run(planned.Point.Scenario, planned.Seed, observer));
        var differences = new List<ReplayDifference>();
        for (var k = 0; k < OutputCatalog.All.Count; k++)
        {
            var column = OutputCatalog.All[k].Name;
            var stored = table.Numbers(column)[row];
            if (BitConverter.DoubleToInt64Bits(stored) != BitConverter.DoubleToInt64Bits(replayed.Outputs[k]) && !(double.IsNaN(stored) && double.IsNaN(replayed.Outputs[k])))
            {
                differences.Add(new ReplayDifference(column, Reading.ScalarReader.Format(stored), Reading.ScalarReader.Format(replayed.Outputs[k])));
            }
        }

        Compare("runId", table, row, replayed.RunId, differences);
        Compare("endCause", table, row, replayed.EndCause, differences);
        Compare("coreExitTicks", table, row, replayed.CoreExitTicks, differences);
        Compare("stateDigest", table, row, replayed.StateDigest, differences);
        return new ReplayResult(replayed.RunId, differences);
    }

    private static void Compare(string column, RunTable table, int row, string replayed, List<ReplayDifference> differences)
    {
        if (table.Texts(column)[row] != replayed)
        {
            differences.Add(new ReplayDifference(column, table.Texts(column)[row], replayed));
        }
    }
}
