namespace LeadershipSim.Analysis.Survival;

/// <summary>Counts those at risk and the events of one group at any times, asked for in increasing order.</summary>
internal sealed class RiskCounter
{
    private readonly double[] _entries;
    private readonly double[] _ends;
    private readonly double[] _events;
    private int _entered;
    private int _ended;
    private int _counted;

    /// <summary>A counter at the origin.</summary>
    public RiskCounter(IReadOnlyCollection<Lifetime> observations)
    {
        _entries = [.. observations.Select(o => o.Entry == 0 ? double.NegativeInfinity : o.Entry).Order()];
        _ends = [.. observations.Select(o => o.Time).Order()];
        _events = [.. observations.Where(o => o.Event).Select(o => o.Time).Order()];
    }

    /// <summary>Number at risk and number of events at a time not before the last one asked for.</summary>
    public (int AtRisk, int Events) At(double time)
    {
        _entered = Advance(_entries, _entered, e => e < time);
        _ended = Advance(_ends, _ended, e => e < time);
        _counted = Advance(_events, _counted, e => e < time);
        return (_entered - _ended, Advance(_events, _counted, e => e == time) - _counted);
    }

    private static int Advance(double[] sorted, int from, Func<double, bool> passes)
    {
        while (from < sorted.Length && passes(sorted[from]))
        {
            from++;
        }

        return from;
    }
}
