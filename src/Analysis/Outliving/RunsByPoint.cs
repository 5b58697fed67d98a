using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Takes the raw event ticks of every run from a table of runs.</summary>
public static class RunsByPoint
{
    /// <summary>The runs of each design point of a plan, in the order of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="table">Its runs that are done.</param>
    public static IReadOnlyList<PointRuns> Of(RunPlan plan, RunTable table)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        var runs = plan.Points.Select(_ => new List<ProgramRun>()).ToArray();
        var (points, replicates) = (table.Numbers("pointIndex"), table.Numbers("replicate"));
        var (ends, failed) = (table.Numbers("endTick"), table.Numbers("failed"));
        var (exits, needs) = (table.Numbers("foundingExitTick"), table.Numbers("needEndTick"));
        for (var row = 0; row < table.Count; row++)
        {
            var point = (int)points[row];
            runs[point].Add(new ProgramRun(
                (int)replicates[row],
                (int)ends[row],
                failed[row] == 1,
                TickOf(exits[row]),
                TickOf(needs[row]),
                plan.Points[point].Scenario.HorizonTicks));
        }

        return [.. plan.Points.Select(p => new PointRuns(p, runs[p.Index]))];
    }

    private static int? TickOf(double value) => double.IsNaN(value) ? null : (int)value;
}
