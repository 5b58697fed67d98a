namespace LeadershipSim.Simulation.State;

/// <summary>
/// Responsibility: the open decisions of every agent, counted by age. Decisions differ in nothing but their age, so counts
/// are all there is to know.
/// </summary>
internal sealed class DecisionQueues
{
    private int[] _byAge = [];
    private int[] _open = [];
    private bool[] _listed = [];
    private int _patience;

    /// <summary>Every agent with open decisions; may hold agents who have none any more.</summary>
    public SeatList Busy { get; } = new();

    public void Reset(int seats, int patienceTicks)
    {
        _patience = patienceTicks;
        if (_open.Length < seats)
        {
            _open = new int[seats];
            _listed = new bool[seats];
        }

        if (_byAge.Length < seats * patienceTicks)
        {
            _byAge = new int[seats * patienceTicks];
        }

        Array.Clear(_open);
        Array.Clear(_listed);
        Array.Clear(_byAge);
        Busy.Reset(seats);
    }

    public int Open(int seat) => _open[seat];

    public void Add(int seat)
    {
        _byAge[seat * _patience]++;
        _open[seat]++;
        if (!_listed[seat])
        {
            _listed[seat] = true;
            Busy.Add(seat);
        }
    }

    /// <summary>Open decisions that have waited so many ticks.</summary>
    public int OpenAt(int seat, int age) => _byAge[(seat * _patience) + age];

    /// <summary>Closes an open decision that has waited so many ticks.</summary>
    public void Close(int seat, int age)
    {
        _byAge[(seat * _patience) + age]--;
        _open[seat]--;
    }

    /// <summary>Drops all open decisions of an agent who leaves.</summary>
    /// <returns>How many they were.</returns>
    public int Drop(int seat)
    {
        var open = _open[seat];
        if (open > 0)
        {
            Ages(seat).Clear();
            _open[seat] = 0;
        }

        return open;
    }

    /// <summary>Open decisions grow a tick older; those beyond patience are dropped, and agents without any leave the list.</summary>
    /// <returns>How many were dropped.</returns>
    public int GrowOlder()
    {
        var dropped = 0;
        var kept = 0;
        var busy = Busy.Mutable;
        foreach (var seat in busy)
        {
            if (_open[seat] > 0)
            {
                var ages = Ages(seat);
                var expired = ages[_patience - 1];
                ages[..(_patience - 1)].CopyTo(ages[1..]);
                ages[0] = 0;
                _open[seat] -= expired;
                dropped += expired;
            }

            if (_open[seat] > 0)
            {
                busy[kept++] = seat;
            }
            else
            {
                _listed[seat] = false;
            }
        }

        Busy.Truncate(kept);
        return dropped;
    }

    private Span<int> Ages(int seat) => _byAge.AsSpan(seat * _patience, _patience);
}
