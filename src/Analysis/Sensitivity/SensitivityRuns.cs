using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Takes factors and outputs from the runs of an experiment.</summary>
public static class SensitivityRuns
{
    /// <summary>Outputs that every run has, and that are analyzed unless others are named.</summary>
    public static IReadOnlyList<string> UsualOutputs { get; } = ["endTick", "failed"];

    /// <summary>The data of sensitivity analyses.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="plan">Its plan: runs that are planned and not in the table count as missing.</param>
    /// <param name="table">Its runs that are done.</param>
    /// <param name="outputs">Names of outputs, columns of numbers.</param>
    public static SensitivityData Of(ExperimentSpec spec, ExperimentPlan plan, RunTable table, IReadOnlyList<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(outputs);
        var sharing = SharingOf(spec);
        var axes = spec.Axes;
        return new(axes.Design, new PointCloud([.. axes.Groups.Select((g, k) => ColumnOf(spec, g, axes.Names[k], plan.Points))]),
            [.. outputs.Select(o => new OutputSample(o, ByPoint(plan, table, o), sharing))])
        {
            Refusal = spec.Factors.Index().FirstOrDefault(f => plan.Points.Any(p => p.Values[f.Index].Value is null)) is { Item: { } absent, Index: var at }
                ? $"sensitivity analyses need a value of every factor at every design point, and {absent.Path} does not apply at "
                    + $"{plan.Points.Count(p => p.Values[at].Value is null)} of {plan.Points.Count}. Use an experiment in which it applies everywhere"
                : null,
        };
    }

    /// <summary>Which design points share random numbers.</summary>
    public static ChanceSharing SharingOf(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Design.Environments.Noise switch
        {
            PointNoise.RowCommon => ChanceSharing.BasePoint,
            PointNoise.Independent => ChanceSharing.None,
            PointNoise.SeedAsFactor => ChanceSharing.SeedAsFactor,
            _ => spec.Seeding == Seeding.Common ? ChanceSharing.AllPoints : ChanceSharing.None,
        };
    }

    // Factors that vary together are one: by the values of the first, or by all where these do not tell the levels apart.
    private static FactorColumn ColumnOf(ExperimentSpec spec, IReadOnlyList<Factor> group, string name, IReadOnlyList<DesignPoint> points)
    {
        int[] places = [.. group.Select(f => spec.Factors.ToList().IndexOf(f))];
        var isOne = group.Count == 1 || group[0].Levels.DistinctBy(l => l.Value).Count() == group[0].Levels.Count;
        return isOne && group[0].IsOrdered && points.All(p => p.Values[places[0]].Value is not null)
            ? FactorColumn.Of(name, points.Select(p => Convert.ToDouble(p.Values[places[0]].Value, null)))
            : FactorColumn.Of(name, points.Select(p => string.Join(" with ", places.Take(isOne ? 1 : places.Length).Select(k => TextOf(p.Values[k].Value)))));
    }

    private static string TextOf(object? value) =>
        value is null ? FactorValue.Absent : Invariant($"{value}");

    private static double?[][] ByPoint(ExperimentPlan plan, RunTable table, string output)
    {
        var planned = new int[plan.Points.Count];
        var from = 0;
        foreach (var stage in plan.Stages)
        {
            foreach (var point in stage.Points ?? [.. Enumerable.Range(0, planned.Length)])
            {
                planned[point] += stage.Until - from;
            }

            from = stage.Until;
        }

        double?[][] values = [.. planned.Select(n => new double?[n])];
        var (points, replicates, numbers) = (table.Numbers("pointIndex"), table.Numbers("replicate"), table.Numbers(output));
        for (var row = 0; row < table.Count; row++)
        {
            values[(int)points[row]][(int)replicates[row]] = double.IsNaN(numbers[row]) ? null : numbers[row];
        }

        return values;
    }
}
