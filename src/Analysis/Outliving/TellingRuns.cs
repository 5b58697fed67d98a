using LeadershipSim.Experiments.Plans;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>A run that is shown as an example.</summary>
/// <param name="Arm">Its arm.</param>
/// <param name="Point">Its design point.</param>
/// <param name="Run">The run.</param>
public sealed record TellingRun(string Arm, DesignPoint Point, ProgramRun Run);

/// <summary>
/// Chooses runs to be looked at one by one, by rules that leave no choice to whoever draws. Typical: the fate (failed or not) that most runs
/// of the arm had, and of these the run whose end tick is nearest to their median. Most surprising: the run whose fate the smallest share
/// of runs of its design point had, and of these the one whose end tick is farthest from the point's median. Among equals, the first replicate of
/// the first design point.
/// </summary>
public static class TellingRuns
{
    /// <summary>The typical and the most surprising run of an arm; null when it has no runs.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="points">Its design points with their runs.</param>
    public static (TellingRun Typical, TellingRun Surprising)? Of(string arm, IReadOnlyList<PointRuns> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        (PointRuns Point, ProgramRun Run)[] runs = [.. points.SelectMany(p => p.Runs.OrderBy(r => r.Replicate).Select(r => (p, r)))];
        if (runs.Length == 0)
        {
            return null;
        }

        var usual = runs.Count(r => r.Run.Failed) * 2 >= runs.Length;
        var alike = runs.Where(r => r.Run.Failed == usual).ToArray();
        var middle = Median(alike.Select(r => r.Run.EndTick));
        var typical = alike.MinBy(r => Math.Abs(r.Run.EndTick - middle));
        var surprising = points.Where(p => p.Runs.Count > 0).SelectMany(Ranked).OrderBy(r => r.Share).ThenByDescending(r => r.Distance).First();
        return (new(arm, typical.Point.Point, typical.Run), new(arm, surprising.Point.Point, surprising.Run));
    }

    private static IEnumerable<(PointRuns Point, ProgramRun Run, double Share, double Distance)> Ranked(PointRuns point)
    {
        var (failed, all) = (point.Runs.Count(r => r.Failed), point.Runs.Count);
        var middle = Median(point.Runs.Select(r => r.EndTick));
        return point.Runs.OrderBy(r => r.Replicate).Select(r => (point, r, (double)(r.Failed ? failed : all - failed) / all, Math.Abs(r.EndTick - middle)));
    }

    private static double Median(IEnumerable<int> ticks)
    {
        int[] sorted = [.. ticks.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
