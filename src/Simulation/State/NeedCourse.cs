using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.State;

/// <summary>The course of the need in one run: its level by tick, and when it ends, known from the start.</summary>
internal sealed class NeedCourse
{
    private IReadOnlyList<NeedPoint> _points = [];
    private int _horizon;

    /// <summary>Tick at which the need ends; beyond the horizon: not seen.</summary>
    public int EndTick { get; private set; }

    public EventTime End => EndTick <= _horizon ? new(EndTick, true) : new(_horizon, false);

    public void Reset(Need need, int horizonTicks, ref RandomStream random)
    {
        _points = need.Levels;
        _horizon = horizonTicks;
        var drawn = Draws.Geometric(ref random, need.EndProbability);
        EndTick = (int)Math.Min(drawn, int.MaxValue - 1) + 1;
        if (need.EndTick > 0)
        {
            EndTick = Math.Min(EndTick, need.EndTick);
        }
    }

    /// <summary>Sum of the levels over the ticks of a range, both ends included; 0 when it is empty.</summary>
    public double SumOfLevels(int from, int to)
    {
        // From the last point on the level stays: a distant horizon costs nothing.
        var (sum, tick) = (0.0, from);
        for (; tick <= to && _points.Count > 0 && tick < _points[^1].Tick; tick++)
        {
            sum += LevelAt(tick);
        }

        return tick <= to ? sum + ((double)(to - tick + 1) * LevelAt(tick)) : sum;
    }

    public double LevelAt(int tick)
    {
        if (_points.Count == 0)
        {
            return 1;
        }

        var next = 0;
        while (next < _points.Count && _points[next].Tick <= tick)
        {
            next++;
        }

        if (next == 0 || next == _points.Count)
        {
            return _points[Math.Max(0, next - 1)].Level;
        }

        var (a, b) = (_points[next - 1], _points[next]);
        return a.Level + ((b.Level - a.Level) * (tick - a.Tick) / (b.Tick - a.Tick));
    }
}
