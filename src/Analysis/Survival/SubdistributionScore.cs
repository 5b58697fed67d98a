using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival;

/// <summary>The scores of Gray's test in one stratum and their covariance matrix.</summary>
internal sealed class SubdistributionScore
{
    private readonly int _size;
    private readonly double _rho;
    private readonly SubdistributionGroup[] _groups;

    // Estimate of the common incidence F just before the current time.
    private double _incidence;

    // c_jk(t): how an event in group k moves the expectation of group j through F from t on.
    private readonly Matrix<double> _drift;

    // Σ weights² and Σ cross terms of the martingales of each group, for the part of the influence that is fixed only at the end.
    private readonly double[] _square;
    private readonly Matrix<double> _cross;

    /// <summary>Sums over all times.</summary>
    public SubdistributionScore(string[] groups, Lifetime[] observations, int cause, double rho)
    {
        (_size, _rho) = (groups.Length, rho);
        _groups = [.. groups.Select(g => new SubdistributionGroup(observations.Count(o => o.Group == g)))];
        _drift = Matrix<double>.Build.Dense(_size, _size);
        _cross = Matrix<double>.Build.Dense(_size, _size);
        _square = new double[_size];
        Score = Vector<double>.Build.Dense(_size);
        Variance = Matrix<double>.Build.Dense(_size, _size);
        var index = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i);
        foreach (var time in observations.GroupBy(o => o.Time).OrderBy(t => t.Key))
        {
            foreach (var group in _groups)
            {
                group.Begin();
            }

            foreach (var observation in time)
            {
                _groups[index[observation.Group]].Count(observation, cause);
            }

            if (_groups.Any(g => g.Own + g.Other > 0))
            {
                AddTime();
            }

            foreach (var group in _groups)
            {
                group.End();
            }
        }

        Complete();
    }

    /// <summary>Scores by group.</summary>
    public Vector<double> Score { get; }

    /// <summary>Covariance matrix of the scores.</summary>
    public Matrix<double> Variance { get; }

    private void AddTime()
    {
        var own = _groups.Sum(g => g.Own);
        var present = Enumerable.Range(0, _size).Where(k => _groups[k].AtRisk > 0).ToArray();
        foreach (var k in present)
        {
            _groups[k].Advance();
        }

        var total = present.Sum(k => _groups[k].Scaled);
        var subTotal = present.Sum(k => _groups[k].Subdistribution);
        var weight = Math.Pow(1 - _incidence, _rho);
        var after = _incidence + (own / total);
        var direct = Direct(present, total, weight);
        _drift.Add(direct * (own / (total * (1 - _incidence))), _drift);
        foreach (var k in present)
        {
            Score[k] += weight * (_groups[k].Own - (own * _groups[k].Subdistribution / subTotal));
        }

        foreach (var k in present)
        {
            AddOwnEvents(direct, k, own, total, after);
            AddOtherEvents(k, after);
        }

        _incidence = after;
    }

    private Matrix<double> Direct(int[] present, double total, double weight)
    {
        var direct = Matrix<double>.Build.Dense(_size, _size);
        foreach (var j in present)
        {
            foreach (var k in present)
            {
                direct[j, k] = weight * _groups[j].Scaled * ((j == k ? 1 : 0) - (_groups[k].Scaled / total));
            }
        }

        return direct;
    }

    private void AddOwnEvents(Matrix<double> direct, int k, double own, double total, double after)
    {
        var group = _groups[k];
        if (own == 0)
        {
            return;
        }

        var later = group.After > 0 ? 1 - ((1 - after) / group.After) : 1;
        var ties = own > 1 ? 1 - ((own - 1) / ((total * group.Before) - 1)) : 1;
        AddVariance(k, later, ties * group.Before * own / (total * group.AtRisk), j => direct[j, k] - (later * _drift[j, k]));
    }

    private void AddOtherEvents(int k, double after)
    {
        var group = _groups[k];
        if (group.After <= 0 || group.Other == 0)
        {
            return;
        }

        var later = (1 - after) / group.After;
        var ties = group.Other > 1 ? 1 - ((group.Other - 1) / (group.AtRisk - 1)) : 1;
        AddVariance(k, -later, ties * group.Before * group.Before * group.Other / (group.AtRisk * group.AtRisk), j => later * _drift[j, k]);
    }

    // Influence of an event on score j: now(j) + later·c_jk(∞), with variance.
    private void AddVariance(int k, double later, double variance, Func<int, double> now)
    {
        _square[k] += later * later * variance;
        for (var i = 0; i < _size; i++)
        {
            _cross[i, k] += now(i) * later * variance;
            for (var j = 0; j < _size; j++)
            {
                Variance[i, j] += now(i) * now(j) * variance;
            }
        }
    }

    private void Complete()
    {
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
            {
                for (var k = 0; k < _size; k++)
                {
                    Variance[i, j] += (_drift[i, k] * _drift[j, k] * _square[k]) + (_drift[i, k] * _cross[j, k]) + (_drift[j, k] * _cross[i, k]);
                }
            }
        }
    }
}
