namespace LeadershipSim.Experiments.Plans;

/// <summary>
/// The order of an experiment's runs: all design points of replicate 0, then of replicate 1, and so on; where replicates were added in stages, stage by stage.
/// </summary>
public sealed class RunOrder
{
    private readonly int _points;
    private readonly long[] _ends;

    /// <summary>The order of some stages.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="points">Number of design points.</param>
    public RunOrder(IReadOnlyList<ReplicateStage> stages, int points)
    {
        ArgumentNullException.ThrowIfNull(stages);
        (Stages, _points, _ends) = (stages, points, new long[stages.Count]);
        var (from, end) = (0, 0L);
        for (var k = 0; k < _ends.Length; k++)
        {
            end += (long)(stages[k].Until - from) * (stages[k].Points?.Count ?? points);
            (_ends[k], from) = (end, stages[k].Until);
        }
    }

    /// <summary>The replicates, stage by stage.</summary>
    public IReadOnlyList<ReplicateStage> Stages { get; }

    /// <summary>Number of runs.</summary>
    public long Count => _ends[^1];

    /// <summary>First run of a stage, and how many it has.</summary>
    public (long First, long Count) RangeOf(int stage)
    {
        var first = stage == 0 ? 0 : _ends[stage - 1];
        return (first, _ends[stage] - first);
    }

    /// <summary>Design point and replicate of the run at a position.</summary>
    public (int Point, int Replicate) PlaceOf(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var stage = Array.BinarySearch(_ends, index + 1);
        stage = stage < 0 ? ~stage : stage;
        var points = Stages[stage].Points;
        var (later, place) = Math.DivRem(index - RangeOf(stage).First, points?.Count ?? _points);
        return (points?[(int)place] ?? (int)place, StartOf(stage) + (int)later);
    }

    /// <summary>Position of the run of a design point and replicate; null if absent.</summary>
    public long? IndexOf(int point, int replicate)
    {
        var stage = 0;
        while (stage < Stages.Count && Stages[stage].Until <= replicate)
        {
            stage++;
        }

        if (stage == Stages.Count || replicate < 0 || point < 0 || point >= _points)
        {
            return null;
        }

        var (points, first) = (Stages[stage].Points, RangeOf(stage).First);
        var place = points is null ? point : PlaceIn(points, point);
        return place < 0 ? null : first + ((long)(replicate - StartOf(stage)) * (points?.Count ?? _points)) + place;
    }

    private int StartOf(int stage) => stage == 0 ? 0 : Stages[stage - 1].Until;

    // The points of a stage ascend.
    private static int PlaceIn(IReadOnlyList<int> points, int point)
    {
        var (low, high) = (0, points.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (points[middle] == point)
            {
                return middle;
            }

            (low, high) = points[middle] < point ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
