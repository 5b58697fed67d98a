using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Columns;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Analysis.Replication;

/// <summary>One goal of precision, and how near each design point has come to it.</summary>
internal sealed class GoalProgress
{
    private readonly PrecisionGoal _goal;
    private readonly double _confidence;
    private readonly int _output;
    private readonly IPrecision[] _points;
    private readonly int[]? _references;
    private readonly double[] _present;
    private int _replicate = -1;

    /// <param name="goal">The goal.</param>
    /// <param name="confidence">Level of the intervals.</param>
    /// <param name="points">Number of design points.</param>
    /// <param name="references">What each point is compared with, −1 for nothing; null where points are not compared.</param>
    /// <param name="outputs">What runs report.</param>
    public GoalProgress(PrecisionGoal goal, double confidence, int points, int[]? references, IReadOnlyList<Output> outputs)
    {
        (_goal, _confidence, _references) = (goal, confidence, references);
        _output = outputs.Select((o, k) => (o.Name, Index: k)).Single(o => o.Name == goal.Output).Index;
        var isShare = outputs[_output].Kind == OutputKind.Flag;
        _points = [.. Enumerable.Range(0, points).Select(_ => Precision(isShare))];
        _present = new double[points];
        Array.Fill(_present, double.NaN);
    }

    /// <summary>Takes a run in.</summary>
    public void Add(RunRow row)
    {
        var value = row.Outputs[_output];
        if (_references is null)
        {
            if (!double.IsNaN(value))
            {
                _points[row.PointIndex].Add(value);
            }

            return;
        }

        if (row.Replicate != _replicate)
        {
            AddPairs();
            _replicate = row.Replicate;
            Array.Fill(_present, double.NaN);
        }

        _present[row.PointIndex] = value;
    }

    /// <summary>What is not precise enough at a design point, and how far off it is; null when the goal is met.</summary>
    public string? Shortfall(int point)
    {
        if (_references is not null)
        {
            // The replicate at hand is whole, as a look comes after it.
            AddPairs();
            Array.Fill(_present, double.NaN);
            if (_references[point] < 0)
            {
                return null;
            }
        }

        var (half, most, what) =
            (_points[point].HalfWidth(_confidence), _goal.HalfWidth ?? _goal.RelativeHalfWidth ?? _goal.ContrastHalfWidth!.Value, Subject());
        return half <= most ? null
            : double.IsFinite(half) ? Invariant($"{what} has half-width {half:G3}; the goal is {most}")
            : $"{what} has too few values for an interval";
    }

    private IPrecision Precision(bool isShare) => (isShare, _references) switch
    {
        (true, null) => new SharePrecision(),
        (true, _) => new ShareDifferencePrecision(),
        _ => new MeanPrecision(_goal.RelativeHalfWidth is not null),
    };

    private string Subject() =>
        _references is not null ? $"the difference of {_goal.Output} from the first policy"
        : _goal.RelativeHalfWidth is not null ? $"{_goal.Output} relative to its mean"
        : _goal.Output;

    private void AddPairs()
    {
        for (var point = 0; point < _present.Length; point++)
        {
            if (_references![point] is >= 0 and var reference && !double.IsNaN(_present[point]) && !double.IsNaN(_present[reference]))
            {
                _points[point].Add(_present[point] - _present[reference]);
            }
        }
    }
}
