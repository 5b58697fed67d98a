using LeadershipSim.Analysis.Inference;
using StudentT = MathNet.Numerics.Distributions.StudentT;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The verdict on an arm in one environment, compared with another arm there, replicate by replicate.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Conditions">Paths and values of the environment.</param>
/// <param name="Replicates">Replicates that both arms have.</param>
/// <param name="Difference">
/// Arm minus the other: mean ticks lived after the leadership left, with Student's 95 % interval for paired differences; null with fewer than two replicates.
/// </param>
/// <param name="Verdict">The verdict.</param>
public sealed record ConditionVerdict(
    Arm Arm, IReadOnlyList<(string Path, string Value)> Conditions, int Replicates, Interval? Difference, OutlivingVerdict Verdict)
{
    // Of a two-sided 95 % interval.
    private const double UpperTail = 0.975;

    /// <summary>
    /// Verdicts on all other arms at every design point of an environment in which the reference was run too: an arm with a factor of its own has
    /// several in an environment.
    /// </summary>
    /// <param name="points">The design points.</param>
    /// <param name="reference">The arm the others are compared with.</param>
    /// <param name="meaningfulTicks">Smallest difference that matters, in ticks.</param>
    public static IEnumerable<ConditionVerdict> Of(IReadOnlyList<StudyPoint> points, Arm reference, double meaningfulTicks)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Of(points.Select(p => new[] { p }), points, reference, meaningfulTicks);
    }

    /// <summary>
    /// One verdict on every other arm in every environment in which it and the reference were run. What sets several points of an arm apart belongs to
    /// the arm: they count alike, and the conditions are those of the first.
    /// </summary>
    /// <param name="points">The design points.</param>
    /// <param name="reference">The arm the others are compared with.</param>
    /// <param name="meaningfulTicks">Smallest difference that matters, in ticks.</param>
    public static IEnumerable<ConditionVerdict> ByEnvironment(IReadOnlyList<StudyPoint> points, Arm reference, double meaningfulTicks)
    {
        ArgumentNullException.ThrowIfNull(points);
        return Of(points.GroupBy(p => (p.Group.Arm, p.Environment)).Select(g => g.ToArray()), points, reference, meaningfulTicks);
    }

    private static IEnumerable<ConditionVerdict> Of(
        IEnumerable<StudyPoint[]> groups, IReadOnlyList<StudyPoint> points, Arm reference, double meaningfulTicks)
    {
        var references = points.Where(p => p.Group.Arm == reference).GroupBy(p => p.Environment)
            .ToDictionary(g => g.Key, g => g.SelectMany(p => p.Group.Runs).ToArray());
        foreach (var group in groups)
        {
            var (arm, conditions, _) = group[0].Group;
            if (arm != reference && references.TryGetValue(group[0].Environment, out var others))
            {
                var (difference, replicates) = PairedDifference([.. group.SelectMany(p => p.Group.Runs)], others);
                yield return new(arm, conditions, replicates, difference, Verdicts.Of(difference, meaningfulTicks));
            }
        }
    }

    /// <summary>
    /// Mean difference of ticks lived after the exit over the replicates that both have. An arm may have several points in an environment, which
    /// differ in factors of its own: they count alike.
    /// </summary>
    internal static (Interval? Difference, int Replicates) PairedDifference(IReadOnlyList<ProgramRun> first, IReadOnlyList<ProgramRun> second)
    {
        var others = second.ToLookup(r => r.Replicate, r => (double)ProgramCourse.OutlivedTicks(r));
        double[] differences =
        [
            .. first.Where(r => others.Contains(r.Replicate)).GroupBy(r => r.Replicate)
                .Select(g => g.Average(r => (double)ProgramCourse.OutlivedTicks(r)) - others[g.Key].Average()),
        ];
        if (differences.Length < 2)
        {
            return (null, differences.Length);
        }

        var mean = differences.Average();
        var variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1);
        var reach = StudentT.InvCDF(0, 1, differences.Length - 1, UpperTail) * Math.Sqrt(variance / differences.Length);
        return (new(mean, mean - reach, mean + reach), differences.Length);
    }
}
