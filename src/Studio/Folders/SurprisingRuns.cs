namespace LeadershipSim.Studio.Folders;

/// <summary>
/// Runs that turned out unlike the others of their design point: they ended as few did, or long before or after the rest that ended so.
/// Worth a look, not evidence: among many runs some are always unlike the others.
/// </summary>
internal static class SurprisingRuns
{
    private const int MostRuns = 12;
    private const int FewestRuns = 5;
    private const double Rare = 0.2;

    // Median absolute deviations: 3.5 by convention (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers).
    private const double Far = 3.5;
    private const double NormalConsistency = 0.6745;

    /// <summary>The runs, the most surprising first.</summary>
    public static IEnumerable<RunEntry> Of(IReadOnlyList<RunEntry> runs) => runs
        .GroupBy(r => r.Point)
        .Where(g => g.Count() >= FewestRuns)
        .SelectMany(OfPoint)
        .OrderByDescending(r => r.Surprise)
        .ThenBy(r => r.Run.RunId, StringComparer.Ordinal)
        .Take(MostRuns)
        .Select(r => r.Run);

    private static IEnumerable<(RunEntry Run, double Surprise)> OfPoint(IGrouping<int, RunEntry> point)
    {
        var all = point.Count();
        foreach (var alike in point.GroupBy(r => r.Cause))
        {
            var share = (double)alike.Count() / all;
            var ticks = alike.Select(r => (double)r.EndTick).Order().ToArray();
            var median = ticks[ticks.Length / 2];
            var deviation = alike.Select(r => Math.Abs(r.EndTick - median)).Order().ElementAt(ticks.Length / 2);
            foreach (var run in alike)
            {
                var score = deviation > 0 ? NormalConsistency * Math.Abs(run.EndTick - median) / deviation : 0;
                if (share <= Rare)
                {
                    var why = Invariant($"ended by {run.Cause}, as only {alike.Count()} of {all} runs did");
                    yield return (run with { Why = why }, 10 - share);
                }
                else if (score > Far && alike.Count() >= FewestRuns)
                {
                    var why = Invariant($"ended at tick {run.EndTick}, others at {median} (median)");
                    yield return (run with { Why = why }, Math.Min(score, 9));
                }
            }
        }
    }
}
