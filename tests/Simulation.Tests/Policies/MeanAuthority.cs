using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>Sums the authority of every seat over the ticks of runs, or over their last ticks only.</summary>
internal sealed class MeanAuthority(int seats, int atTick = -1) : ITickObserver
{
    private readonly double[] _sum = new double[seats];
    private readonly double[] _squares = new double[seats];

    public void Observe(in TickView view)
    {
        if (atTick >= 0 && view.Tick != atTick)
        {
            return;
        }

        var authority = view.Organization.Authority;
        for (var seat = 0; seat < seats; seat++)
        {
            _sum[seat] += authority[seat];
            _squares[seat] += authority[seat] * authority[seat];
        }
    }

    public double[] Over(int observations) => [.. _sum.Select(sum => sum / observations)];

    /// <summary>How many standard errors the mean of a seat is from what is expected.</summary>
    public double StandardErrorsFrom(double expected, int seat, int observations)
    {
        var mean = _sum[seat] / observations;
        var variance = (_squares[seat] / observations) - (mean * mean);
        return (mean - expected) / Math.Sqrt(variance / observations);
    }
}
