using System.Globalization;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Plans;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Environments that were run under every arm: their factors, and the mean ticks lived after leadership left by arm.</summary>
internal sealed class EnvironmentMeans
{
    private readonly Dictionary<Arm, IReadOnlyList<ProgramRun>[]> _runs;
    private readonly Dictionary<Arm, double[]> _means;

    private EnvironmentMeans(PointCloud cloud, Dictionary<Arm, IReadOnlyList<ProgramRun>[]> runs)
    {
        (Cloud, _runs) = (cloud, runs);
        _means = runs.ToDictionary(r => r.Key, r => r.Value.Select(group => group.Average(run => (double)ProgramCourse.OutlivedTicks(run))).ToArray());
    }

    /// <summary>The factors of each environment.</summary>
    public PointCloud Cloud { get; }

    /// <summary>Number of environments.</summary>
    public int Count => Cloud.Points;

    /// <summary>The environments of design points, in their order; those that lack an arm are left out.</summary>
    /// <param name="points">The design points.</param>
    public static EnvironmentMeans Of(IReadOnlyList<StudyPoint> points)
    {
        Arm[] arms = [.. points.Select(p => p.Group.Arm).Distinct()];
        StudyPoint[][] worlds =
            [.. points.GroupBy(p => p.Environment).Select(g => g.ToArray()).Where(g => g.DistinctBy(p => p.Group.Arm).Count() == arms.Length)];

        // What differs within an environment belongs to an arm; what does not apply in all environments has no order in which to split them.
        var factors = worlds[0][0].Group.Conditions.Index()
            .Where(c => worlds.All(w => w.All(p => Value(p, c.Index) == Value(w[0], c.Index) && Value(p, c.Index) != FactorValue.Absent)))
            .Select(c => ColumnOf(c.Item.Path, [.. worlds.Select(w => w[0].Group.Conditions[c.Index].Value)]));
        return new(new PointCloud([.. factors]), arms.ToDictionary(a => a, a => worlds.Select(w => RunsOf(w, a)).ToArray()));
    }

    private static string Value(StudyPoint point, int factor) => point.Group.Conditions[factor].Value;

    /// <summary>Mean of an arm in an environment.</summary>
    public double Mean(Arm arm, int environment) => _means[arm][environment];

    /// <summary>Arm minus rival by environment: means over the replicates that both have, or of all where they share none.</summary>
    public double[] Differences(Arm arm, Arm rival) =>
        [.. Enumerable.Range(0, Count).Select(e => Paired(_runs[arm][e], _runs[rival][e]) ?? (_means[arm][e] - _means[rival][e]))];

    /// <summary>Position of the arm that is ahead of every other by at least what matters; null when none is.</summary>
    public int? BestOf(int environment, IReadOnlyList<Arm> arms, double meaningful)
    {
        int[] ranked = [.. Enumerable.Range(0, arms.Count).OrderByDescending(a => Mean(arms[a], environment))];
        var lead = Mean(arms[ranked[0]], environment) - Mean(arms[ranked[1]], environment);
        return lead > 0 && lead >= meaningful ? ranked[0] : null;
    }

    /// <summary>The runs of an arm in an environment, at all its points there: what sets these apart belongs to the arm, and they count alike.</summary>
    internal static IReadOnlyList<ProgramRun> RunsOf(StudyPoint[] world, Arm arm)
    {
        StudyPoint[] points = [.. world.Where(p => p.Group.Arm == arm)];
        return points is [var only] ? only.Group.Runs : [.. points.SelectMany(p => p.Group.Runs)];
    }

    private static double? Paired(IReadOnlyList<ProgramRun> first, IReadOnlyList<ProgramRun> second)
    {
        var others = second.ToLookup(r => r.Replicate, r => (double)ProgramCourse.OutlivedTicks(r));
        double[] differences =
        [
            .. first.Where(r => others.Contains(r.Replicate)).GroupBy(r => r.Replicate)
                .Select(g => g.Average(r => (double)ProgramCourse.OutlivedTicks(r)) - others[g.Key].Average()),
        ];
        return differences.Length == 0 ? null : differences.Average();
    }

    private static FactorColumn ColumnOf(string path, string[] values)
    {
        var numbers = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.TryParse(values[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return FactorColumn.Of(path, values);
            }
        }

        return FactorColumn.Of(path, numbers);
    }
}
