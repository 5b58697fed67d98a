namespace LeadershipSim.Analysis.Outliving;

/// <summary>Sums over clusters from which shares of states and their errors follow: Σ k, Σ k² and Σ k m by state and tick, Σ m and Σ m².</summary>
internal sealed class OccupationTally
{
    /// <summary>Place of the programs that have failed at all, after the states.</summary>
    public static readonly int AnyFailure = ProgramCourse.States;

    private readonly int _horizon;
    private readonly double[][] _inCluster;
    private readonly double[][] _sums;
    private readonly double[][] _squares;
    private readonly double[][] _products;
    private double _weight;
    private double _clusterSquares;
    private double _runSquares;

    public OccupationTally(int horizonTicks)
    {
        double[][] Zeros() => [.. Enumerable.Range(0, ProgramCourse.States + 1).Select(_ => new double[horizonTicks + 1])];
        (_horizon, _inCluster, _sums, _squares, _products) = (horizonTicks, Zeros(), Zeros(), Zeros(), Zeros());
    }

    /// <summary>Counts the runs of a cluster.</summary>
    public void Add(IEnumerable<WeightedRun> cluster)
    {
        foreach (var state in _inCluster)
        {
            Array.Clear(state);
        }

        var size = 0.0;
        foreach (var run in cluster)
        {
            AddRun(run);
            size += run.Weight;
            _runSquares += run.Weight * run.Weight;
        }

        _weight += size;
        _clusterSquares += size * size;
        for (var state = 0; state < _inCluster.Length; state++)
        {
            var (within, sums, squares, products) = (_inCluster[state], _sums[state], _squares[state], _products[state]);
            for (var tick = 0; tick <= _horizon; tick++)
            {
                sums[tick] += within[tick];
                squares[tick] += within[tick] * within[tick];
                products[tick] += within[tick] * size;
            }
        }
    }

    /// <summary>Shares by state and tick.</summary>
    public double[][] Shares() => [.. _sums.Select(sums => Array.ConvertAll(sums, s => s / _weight))];

    /// <summary>Standard errors by state and tick.</summary>
    public double[][] StandardErrors() =>
        [.. Enumerable.Range(0, _sums.Length).Select(state => Enumerable.Range(0, _horizon + 1).Select(tick => Error(state, tick)).ToArray())];

    private double Error(int state, int tick)
    {
        var share = _sums[state][tick] / _weight;
        var between = _squares[state][tick] - (2 * share * _products[state][tick]) + (share * share * _clusterSquares);
        return Math.Sqrt(Math.Max(_runSquares * share * (1 - share), between)) / _weight;
    }

    // A run changes its state twice at most: between the changes the state is looked up once.
    private void AddRun(in WeightedRun weighted)
    {
        var (run, tick) = (weighted.Run, 0);
        Span<int> changes = [Math.Min(run.ExitTick ?? run.EndTick, run.EndTick), run.EndTick, _horizon + 1];
        foreach (var change in changes)
        {
            var until = Math.Min(change, _horizon + 1);
            if (until <= tick)
            {
                continue;
            }

            var state = ProgramCourse.StateAt(run, tick);
            Add(_inCluster[(int)state], tick, until, weighted.Weight);
            if (state is ProgramState.FailedBefore or ProgramState.FailedAfter)
            {
                Add(_inCluster[AnyFailure], tick, until, weighted.Weight);
            }

            tick = until;
        }
    }

    private static void Add(double[] shares, int from, int until, double weight)
    {
        for (var tick = from; tick < until; tick++)
        {
            shares[tick] += weight;
        }
    }
}
