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
        return new(spec.Design, new PointCloud([.. spec.Factors.Select((f, k) => ColumnOf(f, k, plan.Points))]),
            [.. outputs.Select(o => new OutputSample(o, ByPoint(plan, table, o), sharing))]);
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

    private static FactorColumn ColumnOf(Factor factor, int place, IReadOnlyList<DesignPoint> points) => factor.IsOrdered
        ? FactorColumn.Of(factor.Path, points.Select(p => Convert.ToDouble(p.Values[place].Value, null)))
        : FactorColumn.Of(factor.Path, points.Select(p => Convert.ToString(p.Values[place].Value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));

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
