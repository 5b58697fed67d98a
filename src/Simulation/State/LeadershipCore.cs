namespace LeadershipSim.Simulation.State;

/// <summary>
/// The core: the smallest set of agents, by descending share, that holds more than half; the truck-factor rule of Avelino et al.
/// (2016, doi:10.1109/ICPC.2016.7503718). At founding on authority, later on power.
/// </summary>
internal sealed class LeadershipCore
{
    // Shares that add up to exactly half are not more than half, however their sum is rounded.
    private const double Rounding = 1e-12;

    private readonly List<int> _exitTicks = [];
    private int[] _order = [];
    private double[] _shares = [];
    private bool[] _isMember = [];
    private int _seats;

    /// <summary>Members who have not left.</summary>
    public SeatList Members { get; } = new();

    public int FoundingSize { get; private set; }

    /// <summary>Ticks at which the core of each generation had left.</summary>
    public IReadOnlyList<int> ExitTicks => _exitTicks;

    /// <summary>Whether a core has left in this tick.</summary>
    public bool HasJustLeft(int tick) => _exitTicks.Count > 0 && _exitTicks[^1] == tick;

    public void Reset(Organization organization)
    {
        _seats = organization.Seats;
        if (_order.Length < _seats)
        {
            _order = new int[_seats];
            _shares = new double[_seats];
            _isMember = new bool[_seats];
        }

        Array.Clear(_isMember);
        _exitTicks.Clear();
        Members.Reset(_seats);
        Select(organization.Authority);
        FoundingSize = Members.Count;
    }

    public bool Contains(int seat) => _isMember[seat];

    /// <summary>A member leaves.</summary>
    public void Leave(int seat, int tick)
    {
        if (!_isMember[seat])
        {
            return;
        }

        _isMember[seat] = false;
        Members.RemoveAt(Members.Items.IndexOf(seat));
        if (Members.Count == 0)
        {
            _exitTicks.Add(tick);
        }
    }

    /// <summary>Takes a new core when nobody is left of it: on power, or on authority when nobody present has made a decision.</summary>
    public void Renew(Organization organization)
    {
        if (Members.Count == 0 && !Select(organization.Power))
        {
            Select(organization.Authority);
        }
    }

    private bool Select(double[] quantity)
    {
        var total = 0.0;
        for (var seat = 0; seat < _seats; seat++)
        {
            _order[seat] = seat;
            _shares[seat] = -quantity[seat];
            total += quantity[seat];
        }

        if (total <= 0)
        {
            return false;
        }

        // Descending by share; the sort is not stable, so equal shares are put in seat order afterwards by the loop's tie-break.
        Array.Sort(_shares, _order, 0, _seats);
        OrderTiedShares();
        var held = 0.0;
        for (var k = 0; k < _seats && held <= total / 2 * (1 + Rounding); k++)
        {
            held -= _shares[k];
            _isMember[_order[k]] = true;
            Members.Add(_order[k]);
        }

        return true;
    }

    private void OrderTiedShares()
    {
        for (var from = 0; from < _seats;)
        {
            var to = from + 1;
            while (to < _seats && _shares[to] == _shares[from])
            {
                to++;
            }

            Array.Sort(_order, from, to - from);
            from = to;
        }
    }
}
