using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The design points of a study: which arm and environment they belong to, and what they weigh.</summary>
/// <param name="All">The points that have runs, in the order of the design.</param>
/// <param name="Environments">Number of environments.</param>
/// <param name="IsCrossed">Whether every environment was run under every arm.</param>
/// <param name="AreSampled">
/// Whether environments are a sample, as of space-filling designs, and so what is independent; else they are fixed, and replicates are.
/// </param>
internal sealed record StudyPoints(IReadOnlyList<StudyPoint> All, int Environments, bool IsCrossed, bool AreSampled)
{
    /// <summary>Sorts the points of an experiment.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="compared">Path of the factor that is compared; empty when none is.</param>
    /// <param name="points">The runs by design point.</param>
    public static StudyPoints Of(ExperimentSpec spec, string compared, IEnumerable<PointRuns> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Of([.. points.Select(p => (GroupOf(p, compared), WeightOf(spec, compared, p)))], IsSample(spec.Design), ArmFactors.Of(spec, compared));
    }

    /// <summary>Sorts groups of runs.</summary>
    /// <param name="points">The runs of each design point, and its weight.</param>
    /// <param name="isSample">Whether the design samples its environments.</param>
    /// <param name="ofArms">Paths of the factors that belong to an arm, and set no environment apart; null: none.</param>
    public static StudyPoints Of(IReadOnlyList<(RunGroup Group, double Weight)> points, bool isSample, IReadOnlySet<string>? ofArms = null)
    {
        var environments = new Dictionary<string, int>();
        var all = new List<StudyPoint>();
        foreach (var (group, weight) in points)
        {
            var conditions = ofArms is not { Count: > 0 } ? group.ConditionText
                : (group with { Conditions = [.. group.Conditions.Where(c => !ofArms.Contains(c.Path))] }).ConditionText;
            if (!environments.TryGetValue(conditions, out var environment))
            {
                environments.Add(conditions, environment = environments.Count);
            }

            all.Add(new(group, weight, environment));
        }

        var arms = all.Select(p => p.Group.Arm).Distinct().Count();
        var pairs = all.Select(p => (p.Group.Arm, p.Environment)).Distinct().Count();
        return new(all, environments.Count, pairs == (long)arms * environments.Count, environments.Count > 1 && isSample);
    }

    /// <summary>The runs of each arm, in the order of the design.</summary>
    public IReadOnlyList<ArmSample> Samples() =>
        [.. All.GroupBy(p => p.Group.Arm).Select(arm => ArmSample.Of([.. arm.Select(p => (p.Group, p.Weight, p.Environment))], AreSampled))];

    internal static bool IsSample(IExperimentDesign design) => design.Shape is not (DesignShape.Factorial or DesignShape.OneAtATime);

    // A grid has every level once: weights of levels are then weights of points. Other designs draw levels by their weights.
    private static double WeightOf(ExperimentSpec spec, string compared, PointRuns point) => IsSample(spec.Design) ? 1 : spec.Factors
        .Where(f => f.Path != compared && f.Weights is not null)
        .Aggregate(1.0, (weight, factor) => weight * LevelWeight(factor, point));

    private static double LevelWeight(Factor factor, PointRuns point)
    {
        var value = point.Point.Values.First(v => v.Path == factor.Path).Value;
        return value is null ? 1 : factor.Levels.Zip(factor.Weights!).First(l => Equals(l.First.Value, value)).Second;
    }

    private static RunGroup GroupOf(PointRuns point, string compared)
    {
        var arm = point.Point.Values.Where(v => v.Path == compared).Select(v => new Arm(compared, Text(v.Value))).FirstOrDefault(Arm.Whole);
        return new RunGroup(arm, [.. point.Point.Values.Where(v => v.Path != compared).Select(v => (v.Path, Text(v.Value)))], point.Runs);
    }

    internal static string Text(object? value) => value switch
    {
        null => FactorValue.Absent,
        bool flag => flag ? "true" : "false",
        IFormattable number => Invariant($"{number}"),
        _ => value.ToString() ?? "",
    };
}
