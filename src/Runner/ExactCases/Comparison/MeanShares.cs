using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.ExactCases.Comparison;

/// <summary>Authority of every seat, mean over the ticks of a run from the first on.</summary>
internal sealed class MeanShares(int seats) : IRunMeasurement, ITickObserver
{
    private readonly double[] _sums = new double[seats];

    /// <inheritdoc/>
    public int Count => seats;

    /// <inheritdoc/>
    public ITickObserver Observer => this;

    /// <inheritdoc/>
    public void Observe(in TickView view)
    {
        if (view.Tick == 0)
        {
            Array.Clear(_sums);
            return;
        }

        var authority = view.Organization.Authority;
        for (var seat = 0; seat < seats; seat++)
        {
            _sums[seat] += authority[seat];
        }
    }

    /// <inheritdoc/>
    public void Read(FinishedRun run, Span<double> values)
    {
        for (var seat = 0; seat < seats; seat++)
        {
            values[seat] = _sums[seat] / run.Outcome.EndTick;
        }
    }
}
