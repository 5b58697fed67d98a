using LeadershipSim.Experiments.Specs;
using MathNet.Numerics.Distributions;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>Why an arm was eliminated.</summary>
/// <param name="Arm">Number of its point.</param>
/// <param name="Look">The look, from 1.</param>
/// <param name="Replicates">Replicates of the arm until then.</param>
/// <param name="By">Number of the point that is better; null: the arm breaks a limit.</param>
/// <param name="Limit">The limit it breaks, counted from 0; null: another arm is better.</param>
public sealed record Elimination(int Arm, int Look, int Replicates, int? By, int? Limit);

/// <summary>
/// A race of arms that run in the same worlds. At each look, paired one-sided t-tests compare the arms that are left: an arm is eliminated
/// when another one that keeps the limits is shown to be better in every goal, or when it is shown to break a limit. The error is divided
/// among looks (look l gets 1/(l(l + 1)) of it) and among all tests by which a best arm could be lost, so that by Bonferroni's inequality
/// the probability of losing it in the whole race is at most the error, as far as means of paired differences are normal.
/// </summary>
/// <remarks>
/// Racing: Maron and Moore 1997, doi:10.1023/A:1006556606079; with common random numbers and a difference that does not matter, as in
/// Kim and Nelson 2001, doi:10.1145/502109.502111.
/// </remarks>
public sealed class Race
{
    private readonly OptimizationProblem _problem;
    private readonly RaceRule _rule;
    private readonly IReadOnlyList<EvaluatedPoint> _points;
    private readonly List<int> _left;
    private readonly List<Elimination> _eliminations = [];
    private readonly long _tests;

    internal Race(OptimizationProblem problem, RaceRule rule, IReadOnlyList<EvaluatedPoint> points, IReadOnlyList<int> arms)
    {
        (_problem, _rule, _points, Arms, _left) = (problem, rule, points, arms, [.. arms]);
        var rivals = (long)(arms.Count - 1) * (1 + problem.Limits + (rule.Indifference > 0 ? 1 : 0));
        _tests = Math.Max(1, (rivals + problem.Limits) * (problem.Goals > 1 ? arms.Count : 1));
    }

    /// <summary>Numbers of the points that race.</summary>
    public IReadOnlyList<int> Arms { get; }

    /// <summary>Those that are left.</summary>
    public IReadOnlyList<int> Left => _left;

    /// <summary>Those that are not, in the order of their elimination.</summary>
    public IReadOnlyList<Elimination> Eliminations => _eliminations;

    /// <summary>Looks so far.</summary>
    public int Looks { get; private set; }

    /// <summary>Replicates of the arms that are left.</summary>
    public int Replicates { get; private set; }

    /// <summary>Whether the leader is shown to be the best but for a difference that does not matter.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The arms that are left, the best mean first.</summary>
    public IReadOnlyList<int> Order => [.. Ranking.Order([.. _left.Select(MeansOf)], _problem.Goals).Select(k => _left[k])];

    /// <summary>Replicates of each arm up to the next look.</summary>
    internal int NextReplicates => (int)Math.Min(int.MaxValue, (long)_rule.Replicates << Math.Min(Looks, 30));

    /// <summary>Means of a point in the race, as they count.</summary>
    internal double[] MeansOf(int point) => _points[point].Means(_problem, isRace: true, int.MaxValue);

    /// <summary>Looks at the arms: all that are left have the same replicates.</summary>
    internal void Look()
    {
        Looks++;
        Replicates = _points[_left[0]].Replicates(isRace: true);
        var level = _rule.Error / ((double)Looks * (Looks + 1)) / _tests;
        var judge = new PairedJudge(_problem, _points, Replicates, StudentT.InvCDF(0, 1, Replicates - 1, 1 - level));
        Elimination[] gone = [.. _left.Select(arm => Judge(judge, arm)).OfType<Elimination>()];
        _eliminations.AddRange(gone);
        _left.RemoveAll(arm => gone.Any(e => e.Arm == arm));
        IsSettled = _rule.Indifference > 0 && _left.Count > 0 && Settles(judge, Order[0]);
    }

    private Elimination? Judge(PairedJudge judge, int arm)
    {
        if (Enumerable.Range(0, _problem.Limits).Cast<int?>().FirstOrDefault(limit => judge.Breaks(arm, limit!.Value)) is { } broken)
        {
            return new(arm, Looks, Replicates, null, broken);
        }

        var better = _left.Where(other => other != arm && judge.Keeps(other) && judge.IsBetter(other, arm)).ToList();
        return better.Count == 0 ? null : new(arm, Looks, Replicates, better.MaxBy(other => MeansOf(other)[0]), null);
    }

    private bool Settles(PairedJudge judge, int leader) =>
        judge.Keeps(leader) && _left.All(other => other == leader || judge.UpperDifference(other, leader, 0) <= _rule.Indifference);
}
