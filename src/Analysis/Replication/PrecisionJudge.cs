using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;

namespace LeadershipSim.Analysis.Replication;

/// <summary>
/// Judges by confidence intervals whether a design point has been replicated enough. Looking again and again finds an interval narrow by
/// chance sooner or later; so a point counts as precise when as many looks in a row find it so as the rule asks for, or the last that
/// is allowed does. Outputs that a run does not have are left out.
/// </summary>
public sealed class PrecisionJudge : IPrecisionJudge
{
    private const string Policy = "policy";
    private readonly ReplicationRule _rule;
    private readonly GoalProgress[] _goals;
    private readonly int[] _preciseSince;
    private readonly int[] _streak;
    private readonly PointPrecision[] _points;

    /// <summary>A judge who has seen nothing.</summary>
    /// <param name="spec">An experiment with a rule.</param>
    /// <param name="points">Its design points.</param>
    /// <exception cref="ArgumentException">It has no rule.</exception>
    public PrecisionJudge(ExperimentSpec spec, IReadOnlyList<DesignPoint> points)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(points);
        _rule = spec.Replication ?? throw new ArgumentException("the experiment has a fixed number of replicates", nameof(spec));
        _goals = [.. from goal in _rule.Until
                     let references = goal.ContrastHalfWidth is null ? null : References(points, ArmFactors.Of(spec, Policy))
                     select new GoalProgress(goal, _rule.Confidence, points.Count, references, spec.Model.Outputs)];
        (_preciseSince, _streak) = (new int[points.Count], new int[points.Count]);
        _points = [.. points.Select(p => new PointPrecision(p.Index, 0, false, "not looked at"))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<PointPrecision> Points => [.. _points];

    /// <inheritdoc/>
    public void Observe(RunRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Error is not null)
        {
            return;
        }

        foreach (var goal in _goals)
        {
            goal.Add(row);
        }
    }

    /// <inheritdoc/>
    public void Look(int replicates, IReadOnlyList<int>? points)
    {
        foreach (var point in points ?? [.. Enumerable.Range(0, _points.Length)])
        {
            var missed = _goals.Select(g => g.Shortfall(point)).FirstOrDefault(s => s is not null);
            _streak[point] = missed is null ? _streak[point] + 1 : 0;
            _preciseSince[point] = _streak[point] == 1 ? replicates : _preciseSince[point];

            // At the most replicates allowed there are no further looks: what is narrow enough then is so.
            var isPrecise = _streak[point] > _rule.LookAhead || (missed is null && replicates >= _rule.Max);
            _points[point] = new(point, replicates, isPrecise, missed ?? (_streak[point] > _rule.LookAhead
                ? Invariant($"precise since {_preciseSince[point]} replicates")
                : Invariant($"precise since {_preciseSince[point]} replicates, confirmed by {_streak[point] - 1} of {_rule.LookAhead} further looks")));
        }
    }

    // For every point the first that differs only in having the first policy, and what belongs to policies; −1 for those themselves.
    private static int[] References(IReadOnlyList<DesignPoint> points, IReadOnlySet<string> ofPolicies)
    {
        var first = points[0].Values.First(v => v.Path == Policy).Value;
        var references = points.Where(p => Equals(PolicyOf(p), first)).GroupBy(ConditionsOf).ToDictionary(g => g.Key, g => g.First().Index);
        return [.. points.Select(p => Equals(PolicyOf(p), first) ? -1 : references.GetValueOrDefault(ConditionsOf(p), -1))];

        string ConditionsOf(DesignPoint point) => string.Join(
            '\n',
            point.Values.Where(v => v.Path != Policy && !ofPolicies.Contains(v.Path))
                .Select(v => Invariant($"{v.Path}={v.Value}")));
    }

    private static object? PolicyOf(DesignPoint point) => point.Values.First(v => v.Path == Policy).Value;
}
