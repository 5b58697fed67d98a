using System.Globalization;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Plans;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Environments that were run under every arm: their factors, and the mean of a quantity by arm.</summary>
internal sealed class EnvironmentMeans
{
    private readonly Quantity _quantity;
    private readonly Dictionary<Arm, IReadOnlyList<ProgramRun>[]> _runs;
    private readonly Dictionary<Arm, double[]> _means;

    private EnvironmentMeans(PointCloud cloud, Dictionary<Arm, IReadOnlyList<ProgramRun>[]> runs, Quantity quantity)
    {
        (Cloud, _runs, _quantity) = (cloud, runs, quantity);
        _means = runs.ToDictionary(r => r.Key, r => r.Value.Select(group => group.Average(quantity.Value)).ToArray());
    }

    /// <summary>The factors of each environment.</summary>
    public PointCloud Cloud { get; }

    /// <summary>1 where more of the quantity is better, −1 where less is.</summary>
    public int Sign => _quantity.LessIsBetter ? -1 : 1;

    /// <summary>Number of environments.</summary>
    public int Count => Cloud.Points;

    /// <summary>The environments of design points, in their order; those that lack an arm are left out.</summary>
    /// <param name="points">The design points.</param>
    /// <param name="quantity">What is averaged.</param>
    public static EnvironmentMeans Of(IReadOnlyList<StudyPoint> points, Quantity quantity)
    {
        Arm[] arms = [.. points.Select(p => p.Group.Arm).Distinct()];
        StudyPoint[][] worlds =
            [.. points.GroupBy(p => p.Environment).Select(g => g.ToArray()).Where(g => g.DistinctBy(p => p.Group.Arm).Count() == arms.Length)];

        // What differs within an environment belongs to an arm; what does not apply in all environments has no order in which to split them.
        var factors = worlds[0][0].Group.Conditions.Index()
            .Where(c => worlds.All(w => w.All(p => Value(p, c.Index) == Value(w[0], c.Index) && Value(p, c.Index) != FactorValue.Absent)))
            .Select(c => ColumnOf(c.Item.Path, [.. worlds.Select(w => w[0].Group.Conditions[c.Index].Value)]));
        return new(new PointCloud([.. factors]), arms.ToDictionary(a => a, a => worlds.Select(w => RunsOf(w, a)).ToArray()), quantity);
    }

    private static string Value(StudyPoint point, int factor) => point.Group.Conditions[factor].Value;

    /// <summary>Mean of an arm in an environment.</summary>
    public double Mean(Arm arm, int environment) => _means[arm][environment];

    /// <summary>How much better the best of some arms does in an environment than one of them.</summary>
    public double Regret(Arm arm, int environment, IReadOnlyList<Arm> arms) => arms.Max(a => Sign * Mean(a, environment)) - (Sign * Mean(arm, environment));

    /// <summary>Arm minus rival by environment: means over the replicates that both have, or of all where they share none.</summary>
    public double[] Differences(Arm arm, Arm rival) =>
        [.. Enumerable.Range(0, Count).Select(e => Paired(_runs[arm][e], _runs[rival][e]) ?? (_means[arm][e] - _means[rival][e]))];

    /// <summary>Position of the arm that is ahead of every other by at least what matters; null when none is.</summary>
    public int? BestOf(int environment, IReadOnlyList<Arm> arms, double meaningful)
    {
        int[] ranked = [.. Enumerable.Range(0, arms.Count).OrderByDescending(a => Sign * Mean(arms[a], environment))];
        var lead = Math.Abs(Mean(arms[ranked[0]], environment) - Mean(arms[ranked[1]], environment));
        return lead > 0 && lead >= meaningful ? ranked[0] : null;
    }

    /// <summary>The runs of an arm in an environment, at all its points there: what sets these apart belongs to the arm, and they count alike.</summary>
    internal static IReadOnlyList<ProgramRun> RunsOf(StudyPoint[] world, Arm arm)
    {
        StudyPoint[] points = [.. world.Where(p => p.Group.Arm == arm)];
        return points is [var only] ? only.Group.Runs : [.. points.SelectMany(p => p.Group.Runs)];
    }

    private double? Paired(IReadOnlyList<ProgramRun> first, IReadOnlyList<ProgramRun> second)
    {
        var others = second.ToLookup(r => r.Replicate, _quantity.Value);
        double[] differences =
        [
            .. first.Where(r => others.Contains(r.Replicate)).GroupBy(r => r.Replicate)
                .Select(g => g.Average(_quantity.Value) - others[g.Key].Average()),
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
