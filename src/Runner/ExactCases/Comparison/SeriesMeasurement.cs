using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Reads a number off a run after a tick.</summary>
internal delegate double ReadTick(in TickView view);

/// <summary>Reads numbers off the run at some ticks: all numbers of the first tick, then of the second.</summary>
/// <param name="ticks">The ticks, in ascending order; a number at a tick the run does not reach is NaN.</param>
/// <param name="reads">One a number.</param>
internal sealed class SeriesMeasurement(IReadOnlyList<int> ticks, params IReadOnlyList<ReadTick> reads) : IRunMeasurement, ITickObserver
{
    private readonly double[] _values = new double[ticks.Count * reads.Count];
    private int _next;

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            _next = 0;
            Array.Fill(_values, double.NaN);
        }

        if (_next == ticks.Count || view.Tick != ticks[_next])
        {
            return;
        }

        for (var k = 0; k < reads.Count; k++)
        {
            _values[(_next * reads.Count) + k] = reads[k](view);
        }

        _next++;
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values) => _values.CopyTo(values);
}
