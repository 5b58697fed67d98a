namespace LeadershipSim.Simulation.State;

/// <summary>
/// Who has recently carried, done and talked over the work: exponential averages over ticks with the memory of power, of open decisions after demand,
/// of shares of successes, of words given and words asked for. Whoever takes a seat starts from nothing. Empty where the run does not keep it.
/// </summary>
internal sealed class WorkRecord
{
    /// <summary>Responsibility: open decisions of each agent, after demand and before decisions.</summary>
    public FadingSums Responsibility { get; } = new();

    /// <summary>Share of each agent in the decisions that succeed; left alone in ticks without any, as power is.</summary>
    public FadingSums Successes { get; } = new();

    /// <summary>Consultations in which each agent gave its word.</summary>
    public FadingSums Given { get; } = new();

    /// <summary>The words that agents gave, in a unit of their own; empty where the run does not keep them.</summary>
    public ReadOnlySpan<double> GivenShares => IsKept ? Given.InOwnUnit : [];

    /// <summary>Consultations in which each agent asked for one.</summary>
    public FadingSums Asked { get; } = new();

    private double _memoryTicks = 1;
    private double _weight = 1;
    private double _keep;

    /// <summary>Memory in ticks, that of power.</summary>
    public double MemoryTicks
    {
        get => _memoryTicks;
        set => (_memoryTicks, _weight, _keep) = (value, 1 / value, 1 - (1 / value));
    }

    /// <summary>Whether the run keeps it.</summary>
    public bool IsKept { get; private set; } = true;

    public void Reset(int seats, bool keep = true)
    {
        IsKept = keep;
        Responsibility.Reset(seats);
        Successes.Reset(seats);
        Given.Reset(seats);
        Asked.Reset(seats);
    }

    /// <summary>A tick's work begins, with what those who have any carry.</summary>
    public void OpenTick(DecisionQueues queues, ReadOnlySpan<int> busy)
    {
        if (!IsKept)
        {
            return;
        }

        Responsibility.Fade(_keep);
        Given.Fade(_keep);
        Asked.Fade(_keep);
        foreach (var seat in busy)
        {
            Carry(seat, queues.Open(seat));
        }
    }

    public void Carry(int seat, int decisions) => Responsibility.Add(seat, decisions / _memoryTicks);

    public void Consult(int decider, int consulted)
    {
        if (IsKept)
        {
            Asked.Add(decider, _weight);
            Given.Add(consulted, _weight);
        }
    }

    /// <summary>A tick's successes are known.</summary>
    public void Succeed(DecisionTally tally)
    {
        if (!IsKept || tally.Succeeded == 0)
        {
            return;
        }

        Successes.Fade(_keep);
        foreach (var seat in tally.Deciders.Items)
        {
            Successes.Add(seat, tally.SucceededBy(seat) / (_memoryTicks * tally.Succeeded));
        }
    }

    public void Leave(int seat)
    {
        Responsibility.Clear(seat);
        Successes.Clear(seat);
        Given.Clear(seat);
        Asked.Clear(seat);
    }
}
