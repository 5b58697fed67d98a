namespace LeadershipSim.Simulation.State;

/// <summary>What became of decisions, in this tick and so far.</summary>
internal sealed class DecisionTally
{
    private (int Resolved, int Succeeded)[] _by = [];

    /// <summary>Agents who resolved decisions in this tick.</summary>
    public SeatList Deciders { get; } = new();

    /// <summary>Resolved in this tick, successfully or not.</summary>
    public int Resolved { get; private set; }

    /// <summary>Of these, successfully.</summary>
    public int Succeeded { get; private set; }

    /// <summary>Failed unresolved in this tick: vacuum, channels, patience, lost queues.</summary>
    public int Failed { get; private set; }

    public long TotalResolved { get; private set; }

    public long TotalSucceeded { get; private set; }

    public long TotalFailed { get; private set; }

    public void Reset(int seats)
    {
        if (_by.Length < seats)
        {
            _by = new (int, int)[seats];
        }

        Array.Clear(_by);
        Deciders.Reset(seats);
        (Resolved, Succeeded, Failed) = (0, 0, 0);
        (TotalResolved, TotalSucceeded, TotalFailed) = (0, 0, 0);
    }

    public int ResolvedBy(int seat) => _by[seat].Resolved;

    public int SucceededBy(int seat) => _by[seat].Succeeded;

    public void Resolve(int seat, bool success)
    {
        ref var mine = ref _by[seat];
        if (mine.Resolved++ == 0)
        {
            Deciders.Add(seat);
        }

        Resolved++;
        Succeeded += success ? 1 : 0;
        mine.Succeeded += success ? 1 : 0;
    }

    public void Fail(int decisions) => Failed += decisions;

    public void CloseTick()
    {
        TotalResolved += Resolved;
        TotalSucceeded += Succeeded;
        TotalFailed += Failed;
        (Resolved, Succeeded, Failed) = (0, 0, 0);
        foreach (var seat in Deciders.Items)
        {
            _by[seat] = default;
        }

        Deciders.Clear();
    }
}
