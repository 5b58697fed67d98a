using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Takes the raw event ticks of every run from a table of runs.</summary>
public static class RunsByPoint
{
    private const string UnmetDecisions = "unmetDecisions";

    /// <summary>The runs of each design point of a plan, in the order of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="table">Its runs that are done.</param>
    /// <param name="leadership">The event that ends leadership.</param>
    /// <exception cref="StoreException">The runs do not say when the event happened.</exception>
    public static IReadOnlyList<PointRuns> Of(RunPlan plan, RunTable table, LeadershipEvent leadership = LeadershipEvent.FoundingCore)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        var runs = plan.Points.Select(_ => new List<ProgramRun>()).ToArray();
        var (points, replicates) = (table.Numbers("pointIndex"), table.Numbers("replicate"));
        var (ends, failed) = (table.Numbers("endTick"), table.Numbers("failed"));
        var (exits, needs) = (ExitsOf(table, leadership), table.Numbers("needEndTick"));
        var causes = table.Texts("endCause");
        var unmet = table.IsNumeric(UnmetDecisions) ? table.Numbers(UnmetDecisions) : null;
        for (var row = 0; row < table.Count; row++)
        {
            var point = (int)points[row];
            runs[point].Add(new ProgramRun(
                (int)replicates[row],
                (int)ends[row],
                failed[row] == 1,
                ExitOf(exits[row]),
                TickOf(needs[row]),
                plan.Points[point].Scenario.HorizonTicks)
            {
                UnmetDecisions = unmet?[row] ?? double.NaN,
                StopCause = StopOf(causes[row], plan.Points[point].Scenario),
            });
        }

        return [.. plan.Points.Select(p => new PointRuns(p, runs[p.Index]))];
    }

    private static IReadOnlyList<double> ExitsOf(RunTable table, LeadershipEvent leadership)
    {
        var output = LeadershipEvents.OutputOf(leadership);
        return table.IsNumeric(output) ? table.Numbers(output) : throw new StoreException(
            StoreProblem.NotReadable,
            $"these runs have no output {output}, so they do not say when {LeadershipEvents.Words(leadership)}; version {table.Manifest.ToolVersion} made them. Choose another event, such as foundingCore, or run the experiment again with this version");
    }

    private static string? StopOf(string cause, Scenario scenario) => scenario.Stop.Any(s => s.Cause == cause) ? cause : null;

    // What holds from the founding on, as where founders never held half of the authority, holds in the first tick.
    private static int? ExitOf(double value) => TickOf(value) is { } tick ? Math.Max(1, tick) : null;

    private static int? TickOf(double value) => double.IsNaN(value) ? null : (int)value;
}
