namespace LeadershipSim.Simulation.State;

/// <summary>
/// How the founders fade, defined alike under every policy: when the director, more than half of them, and the last of them have left; when those who are
/// left first hold less than half of all authority, and less than half of all power.
/// </summary>
internal sealed class FoundersCourse
{
    private readonly SeatList _present = new();
    private int _founders;

    /// <summary>Tick at which the director of the founding left; 0: not yet.</summary>
    public int DirectorExitTick { get; private set; }

    /// <summary>Tick at which more than half of the founders had left; 0: not yet.</summary>
    public int MajorityExitTick { get; private set; }

    /// <summary>Tick at which the last founder left; 0: not yet.</summary>
    public int LastExitTick { get; private set; }

    /// <summary>First tick at which founders hold less than half of authority, −1: not yet; 0: at the founding.</summary>
    public int AuthorityHalfTick { get; private set; }

    /// <summary>First tick at which founders hold less than half of power, once decisions have been made; −1: not yet.</summary>
    public int PowerHalfTick { get; private set; }

    /// <summary>Before the founding.</summary>
    public void Reset(int seats)
    {
        _present.Reset(seats);
        (_founders, DirectorExitTick, MajorityExitTick, LastExitTick, AuthorityHalfTick, PowerHalfTick) = (0, 0, 0, 0, -1, -1);
    }

    public void Join(int seat)
    {
        _present.Add(seat);
        _founders++;
    }

    /// <summary>An agent of the founding leaves.</summary>
    public void Leave(int seat, int tick, bool isDirector)
    {
        DirectorExitTick = isDirector ? tick : DirectorExitTick;
        var index = _present.Items.IndexOf(seat);
        if (index < 0)
        {
            return;
        }

        _present.RemoveAt(index);
        MajorityExitTick = MajorityExitTick == 0 && 2 * _present.Count < _founders ? tick : MajorityExitTick;
        LastExitTick = _present.Count == 0 ? tick : LastExitTick;
    }

    public void Observe(Organization organization, int tick)
    {
        // Shares that add up to exactly half are not less than half, however their sum is rounded.
        const double Half = 0.5 - 1e-12;
        if (AuthorityHalfTick < 0 && Held(organization.Authority) < Half)
        {
            AuthorityHalfTick = tick;
        }

        // Power never sums to more than 1: founders with half of that need no comparison.
        if (PowerHalfTick < 0 && Held(organization.Power) is < 0.5 and var power)
        {
            var total = 0.0;
            foreach (var share in organization.Power.AsSpan(0, organization.Seats))
            {
                total += share;
            }

            PowerHalfTick = power < Half * total ? tick : PowerHalfTick;
        }
    }

    private double Held(double[] quantity)
    {
        var held = 0.0;
        foreach (var seat in _present.Items)
        {
            held += quantity[seat];
        }

        return held;
    }
}
