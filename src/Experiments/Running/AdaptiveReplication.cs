using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Experiments.Running;

/// <summary>
/// Lets a plan grow by batches of replicates until a judge finds every design point precise enough, or the rule allows no more. What it
/// decides depends on the runs up to a fixed replicate alone, so a sweep that was interrupted decides the same.
/// </summary>
/// <param name="spec">An experiment with a rule.</param>
/// <param name="judge">Judges the runs; it has seen none yet.</param>
public sealed class AdaptiveReplication(ExperimentSpec spec, IPrecisionJudge judge)
{
    private readonly ReplicationRule _rule = spec.Replication ?? throw new ArgumentException("the experiment has a fixed number of replicates", nameof(spec));
    private int _judged;

    /// <summary>What the last look found.</summary>
    public IReadOnlyList<PointPrecision> Points => judge.Points;

    /// <summary>The plan that a plan whose runs are all done grows to; null when it is the last.</summary>
    public RunPlan? Next(RunPlan done, RunStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var plan = (ExperimentPlan)done;
        for (; _judged < plan.Stages.Count; _judged++)
        {
            Observe(plan, store, _judged);
            judge.Look(plan.Stages[_judged].Until, plan.Stages[_judged].Points);
        }

        var until = plan.Stages[^1].Until;
        int[] open = [.. Points.Where(p => !p.IsPrecise).Select(p => p.PointIndex)];
        if (open.Length == 0 || until >= _rule.Max)
        {
            store.WriteReplication(Points);
            return null;
        }

        // Replicates are compared across points that share random numbers, and some designs need as many of every point.
        var together = spec.Seeding == Seeding.Common || !spec.Design.CanLosePoints;
        return plan.With([.. plan.Stages, new(Math.Min(until + _rule.Batch, _rule.Max), together ? null : open)]);
    }

    private void Observe(ExperimentPlan plan, RunStore store, int stage)
    {
        var (next, count) = plan.RangeOf(stage);
        for (var end = next + count; next < end;)
        {
            var shard = store.ShardOf(next);
            var (first, size) = store.RangeOf(shard);
            foreach (var row in store.ReadShard(shard).Where(r => r.RunIndex >= next && r.RunIndex < end))
            {
                judge.Observe(row);
            }

            next = first + size;
        }
    }
}
