namespace LeadershipSim.Simulation.State;

/// <summary>What became of decisions, in this tick and so far.</summary>
internal sealed class DecisionTally
{
    private int[] _resolvedBy = [];
    private int[] _succeededBy = [];

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
        if (_resolvedBy.Length < seats)
        {
            (_resolvedBy, _succeededBy) = (new int[seats], new int[seats]);
        }

        Array.Clear(_resolvedBy);
        Array.Clear(_succeededBy);
        Deciders.Reset(seats);
        (Resolved, Succeeded, Failed) = (0, 0, 0);
        (TotalResolved, TotalSucceeded, TotalFailed) = (0, 0, 0);
    }

    public int ResolvedBy(int seat) => _resolvedBy[seat];

    public int SucceededBy(int seat) => _succeededBy[seat];

    public void Resolve(int seat, bool success)
    {
        if (_resolvedBy[seat]++ == 0)
        {
            Deciders.Add(seat);
        }

        Resolved++;
        Succeeded += success ? 1 : 0;
        _succeededBy[seat] += success ? 1 : 0;
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
            _resolvedBy[seat] = 0;
            _succeededBy[seat] = 0;
        }

        Deciders.Clear();
    }
}
