using LeadershipSim.Experiments.Designs;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>What sensitivity analyses start from.</summary>
/// <param name="Design">The design the points were made by.</param>
/// <param name="Cloud">The factors at each design point, in the order of the design.</param>
/// <param name="Outputs">Outputs of their runs.</param>
public sealed record SensitivityData(IExperimentDesign Design, PointCloud Cloud, IReadOnlyList<OutputSample> Outputs)
{
    /// <summary>How the points lie.</summary>
    public DesignShape Shape { get; init; } = Design.Shape;

    /// <summary>Why no analysis can be made of them; null: they can.</summary>
    public string? Refusal { get; init; }

    /// <summary>
    /// The data as analyses take them. Where environments are run under every arm and a method needs its own layout of points, that layout is there
    /// once for each arm: outputs are then analyzed arm by arm, and say so in their names.
    /// </summary>
    internal IEnumerable<SensitivityData> Parts()
    {
        if (Design.CrossedWith.Count == 0 || Shape is not (DesignShape.Saltelli or DesignShape.Trajectories))
        {
            return [this];
        }

        FactorColumn[] arms = [.. Cloud.Factors.Where(f => Design.CrossedWith.Contains(f.Name.Split(" with ")[0]))];
        var others = new PointCloud([.. Cloud.Factors.Except(arms)]);
        return from arm in Enumerable.Range(0, Cloud.Points).GroupBy(p => string.Join(", ", arms.Select(f => f.Labels[p])), StringComparer.Ordinal)
               select new SensitivityData(
                   Design.Environments,
                   others.At([.. arm]),
                   [.. Outputs.Select(o => o with { Name = $"{o.Name} under {arm.Key}", ByPoint = [.. arm.Select(p => o.ByPoint[p])] })]);
    }
}
