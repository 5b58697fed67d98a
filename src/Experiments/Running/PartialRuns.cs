using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// The replicates that are there at every design point, counted from the first: a smaller experiment, and a fair one. Taking whatever has come
/// instead would favour the runs that end early.
/// </summary>
public static class PartialRuns
{
    /// <summary>How many replicates all design points have, without a gap from the first.</summary>
    /// <param name="plan">The whole plan; replicates follow each other in it.</param>
    /// <param name="store">What is there of it.</param>
    public static int Replicates(RunPlan plan, RunStore store)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        var next = 0L;
        for (var shard = 0; shard < store.ShardCount; shard++)
        {
            foreach (var row in store.ReadShard(shard))
            {
                if (row.RunIndex != next)
                {
                    return (int)(next / plan.Points.Count);
                }

                next++;
            }

            if (next != store.RangeOf(shard).First + store.RangeOf(shard).Count)
            {
                break;
            }
        }

        return (int)(next / plan.Points.Count);
    }

    /// <summary>Takes the runs of a smaller plan from a store of the whole.</summary>
    /// <param name="plan">The smaller plan: the beginning of the whole.</param>
    /// <param name="target">The store that takes them.</param>
    /// <param name="whole">The store that has them.</param>
    /// <param name="options">The command line and the clock; the rest has no meaning here.</param>
    public static void Take(RunPlan plan, RunStore target, RunStore whole, SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(options);
        var session = RunManifest.StartSession(options.Clock.GetUtcNow(), 0, options.Arguments);
        target.WriteManifest(session, 0, 0, started: true);
        var failed = 0L;
        var rows = Enumerable.Range(0, whole.ShardCount).SelectMany(shard => whole.ReadShard(shard)).TakeWhile(row => row.RunIndex < plan.Count);
        var waiting = new List<RunRow>();
        foreach (var row in rows)
        {
            waiting.Add(row);
            failed += row.Error is null ? 0 : 1;
            var shard = target.ShardOf(row.RunIndex);
            if (waiting.Count == target.RangeOf(shard).Count)
            {
                target.Commit(shard, waiting);
                waiting.Clear();
            }
        }

        target.WriteTables();
        target.WriteManifest(session with { Ended = options.Clock.GetUtcNow(), RunsDone = plan.Count }, plan.Count - failed, failed, started: false);
    }
}
