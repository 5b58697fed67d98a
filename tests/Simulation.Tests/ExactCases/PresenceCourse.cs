using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>Keeps, after every tick, the authority held and the share of seats whose founder is still there.</summary>
internal sealed class PresenceCourse(int ticks) : ITickObserver
{
    private readonly double[] _values = new double[2 * (ticks + 1)];

    /// <summary>Authority held and share of founders, tick by tick.</summary>
    public double[] Values => _values;

    public void Observe(in TickView view)
    {
        var organization = view.Organization;
        var (held, founders) = (0.0, 0);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            held += organization.Authority[seat];
            founders += organization.Generation[seat] == 0 ? 1 : 0;
        }

        _values[2 * view.Tick] = held;
        _values[(2 * view.Tick) + 1] = (double)founders / organization.Seats;
    }
}
