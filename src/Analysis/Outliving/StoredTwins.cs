using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Takes the twins of every world from a table of runs whose experiment removed leaders.</summary>
public static class StoredTwins
{
    /// <summary>Whether runs tell of twins.</summary>
    /// <param name="table">The runs.</param>
    public static bool AreIn(RunTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.IsNumeric(TwinOutputs.EndTick) && table.IsNumeric(TwinOutputs.Failed) && table.IsNumeric(TwinOutputs.FoundSomebody);
    }

    /// <summary>The pairs, in the order of the plan's points and replicates.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="table">Its runs that are done.</param>
    /// <exception cref="StoreException">The runs do not tell of twins.</exception>
    public static IReadOnlyList<TwinPair> Of(RunPlan plan, RunTable table)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        var (points, replicates) = (table.Numbers("pointIndex"), table.Numbers("replicate"));
        var (ends, failed, needEnded) = (table.Numbers("endTick"), table.Numbers("failed"), table.Numbers("needEnded"));
        var (twinEnds, twinFailed, found) = (table.Numbers(TwinOutputs.EndTick), table.Numbers(TwinOutputs.Failed), table.Numbers(TwinOutputs.FoundSomebody));
        var stopped = table.Has(TwinOutputs.Stopped) ? table.Numbers(TwinOutputs.Stopped) : null;
        var pairs = new TwinPair[table.Count];
        for (var row = 0; row < pairs.Length; row++)
        {
            // A twin whose program does not fail ends as the world does: need and horizon are the same.
            var horizon = plan.Points[(int)points[row]].Scenario.HorizonTicks;
            var isStopped = failed[row] != 1 && needEnded[row] != 1 && ends[row] < horizon;
            var without = isStopped ? EndCause.Stopped : CauseOf(failed[row], needEnded[row] == 1);
            var with = stopped?[row] == 1 ? EndCause.Stopped : CauseOf(twinFailed[row], twinEnds[row] < horizon);
            pairs[row] = TwinPair.Of(
                plan.Points[(int)points[row]],
                (int)replicates[row],
                new((int)ends[row], without),
                new TwinOutcome((int)twinEnds[row], with, found[row] == 1));
        }

        return [.. pairs.OrderBy(p => p.Point.Index).ThenBy(p => p.Replicate)];
    }

    private static EndCause CauseOf(double failed, bool needEnded) => failed == 1 ? EndCause.Failure : needEnded ? EndCause.NeedEnded : EndCause.Horizon;
}
