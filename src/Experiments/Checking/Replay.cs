using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Checking;

/// <summary>A column in which a replayed run differs from its stored row.</summary>
/// <param name="Column">The column.</param>
/// <param name="Stored">What is stored.</param>
/// <param name="Replayed">What the replay gave.</param>
public sealed record ReplayDifference(string Column, string Stored, string Replayed);

/// <summary>The result of a replay.</summary>
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

        // Design points that are the same scenario have the same runs: any of them will do.
        int[] found = [.. Enumerable.Range(0, ids.Count).Where(k => ids[k].StartsWith(runId, StringComparison.Ordinal)).DistinctBy(k => ids[k]).Take(2)];
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
        ModelRules.Require(table.Manifest, "replay");
        var planned = plan[(long)table.Numbers("runIndex")[row]];
        var outcome = new WorldEngine().Run(planned with { Observer = observer });
        var outputs = plan.Model.Outputs;
        return Compare(StoredRow.Of(table, row, outputs), RunRow.Of(planned, outcome, outputs), outputs);
    }

    /// <summary>Runs a planned run again and compares it with its stored row and what was kept of it besides.</summary>
    internal static ReplayResult Run(PlannedRun planned, RunRow stored, WorldEngine engine, RunRecorder recorder, IReadOnlyList<Output>? outputs = null)
    {
        var outcome = engine.Run(recorder.Watch(planned));
        return Compare(stored, RunRow.Of(planned, outcome, outputs) with { Record = recorder.Record() }, outputs);
    }

    private static ReplayResult Compare(RunRow stored, RunRow replayed, IReadOnlyList<Output>? outputs) =>
        new(replayed.RunId, [.. RowDifference.Between(stored, replayed, outputs).Select(d => new ReplayDifference(d.Column, d.First, d.Second))]);
}
