using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Storing;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>An output of one arm under one condition.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Levels">Levels of the factors that are looked at, in their order.</param>
/// <param name="Runs">Number of runs that have the output.</param>
/// <param name="Value">Mean or share with its 95 % interval; null without runs.</param>
/// <param name="ByReplicate">Mean of each replicate that has the output, by its number.</param>
public sealed record ConditionEstimate(
    string Arm, IReadOnlyList<string> Levels, int Runs, IndexEstimate? Value, IReadOnlyDictionary<int, double> ByReplicate)
{
    /// <summary>Mean difference to another estimate over the replicates that both have, with Student's 95 % interval; null when there are none.</summary>
    public IndexEstimate? Minus(ConditionEstimate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] differences = [.. ByReplicate.Where(r => other.ByReplicate.ContainsKey(r.Key)).OrderBy(r => r.Key)
            .Select(r => r.Value - other.ByReplicate[r.Key])];
        return differences.Length == 0 ? null : MeanInterval.Of(differences, 0.95);
    }
}

/// <summary>
/// Outputs of arms by the levels of some factors, pooled over the others, whose levels a grid gives equal weight. Runs of one replicate may
/// share their random numbers: replicates, not runs, are what intervals are made of.
/// </summary>
public static class ConditionEstimates
{
    /// <summary>Name of the share of programs alive at the landmark after their founding leadership left.</summary>
    public const string Outlived = "outlived";

    private const double Level = 0.95;

    /// <summary>The share that outlives, Wilson's interval with clusters (see <see cref="Proportion"/>).</summary>
    /// <param name="groups">Design points.</param>
    /// <param name="paths">The factors that are looked at.</param>
    public static IReadOnlyList<ConditionEstimate> OfOutliving(IEnumerable<OutlivingSummary> groups, IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return
        [
            .. Pooled(groups, paths).Select(g =>
            {
                var first = g.Value[0];
                var summary = OutlivingSummary.Of(new RunGroup(first.Group.Arm, [], [.. g.Value.SelectMany(s => s.Group.Runs)]), first.LandmarkTicks,
                    first.RestrictedMeanTicks);
                var alive = summary.Group.Runs.Where(r => OutlivingSummary.IsObservable(r, first.LandmarkTicks))
                    .GroupBy(r => r.Replicate)
                        .ToDictionary(r => r.Key, r => r.Average(run => OutlivingSummary.IsAliveAfter(run, first.LandmarkTicks) ? 1.0 : 0));
                var share = summary.Outlives;
                return new ConditionEstimate(g.Key.Arm, g.Key.Levels, share.Trials, share.Estimate is { } value
                    ? new(value, share.Lower, share.Upper) : null, alive);
            }),
        ];
    }

    /// <summary>The mean of an output, with Student's interval over the means of replicates.</summary>
    /// <param name="groups">Design points, in the order of the plan, with their positions.</param>
    /// <param name="paths">The factors that are looked at.</param>
    /// <param name="table">The runs.</param>
    /// <param name="output">Name of the output.</param>
    /// <exception cref="KeyNotFoundException">The runs have no such output.</exception>
    public static IReadOnlyList<ConditionEstimate> OfOutput(IReadOnlyList<(int Point, OutlivingSummary Summary)> groups, IReadOnlyList<string> paths,
        RunTable table, string output)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(table);
        var (values, points, replicates) = (table.Numbers(output), table.Numbers("pointIndex"), table.Numbers("replicate"));
        var rows = Enumerable.Range(0, table.Count).Where(row => !double.IsNaN(values[row])).ToLookup(row => (int)points[row]);
        var placed = groups.ToDictionary(g => g.Summary, g => g.Point, ReferenceEqualityComparer.Instance as IEqualityComparer<OutlivingSummary>);
        return
        [
            .. Pooled(groups.Select(g => g.Summary), paths).Select(g =>
            {
                int[] runs = [.. g.Value.SelectMany(s => rows[placed[s]])];
                var means = runs.GroupBy(row => (int)replicates[row]).ToDictionary(r => r.Key, r => r.Average(row => values[row]));
                return new ConditionEstimate(g.Key.Arm, g.Key.Levels, runs.Length, means.Count == 0 ? null
                    : MeanInterval.Of([.. means.OrderBy(m => m.Key).Select(m => m.Value)], Level), means);
            }),
        ];
    }

    private static IEnumerable<KeyValuePair<(string Arm, IReadOnlyList<string> Levels),
        List<OutlivingSummary>>> Pooled(IEnumerable<OutlivingSummary> groups, IReadOnlyList<string> paths)
    {
        var pooled = new Dictionary<string, ((string, IReadOnlyList<string>) Key, List<OutlivingSummary> Groups)>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            IReadOnlyList<string> levels = [.. paths.Select(p => group.Group.Conditions.FirstOrDefault(c => c.Path == p).Value ?? "")];
            var name = string.Join('\n', [group.Group.Arm.Level, .. levels]);
            if (!pooled.TryGetValue(name, out var entry))
            {
                pooled[name] = entry = ((group.Group.Arm.Level, levels), []);
            }

            entry.Groups.Add(group);
        }

        return pooled.Values.Select(v => KeyValuePair.Create(v.Key, v.Groups));
    }
}
