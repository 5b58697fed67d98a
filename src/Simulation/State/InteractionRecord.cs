using System.Runtime.InteropServices;
using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// Between which seats authority has flowed, and who has consulted whom, since the founding; and who has handed over how much to whom in the
/// present tick. Each is empty unless asked for.
/// </summary>
internal sealed class InteractionRecord
{
    // A share this small is what rounding leaves.
    private const double Nothing = 1e-12;

    private readonly HashSet<long> _flows = [];
    private readonly HashSet<long> _consultations = [];
    private readonly List<HandOver> _handOvers = [];
    private int _seats;
    private bool _isWatched;

    /// <summary>Whether the networks since the founding are recorded.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether anything is recorded of authority.</summary>
    public bool IsAsked => IsOn || _isWatched;

    /// <summary>Who handed over to whom in the present tick, in order.</summary>
    public ReadOnlySpan<HandOver> HandOvers => CollectionsMarshal.AsSpan(_handOvers);

    public void Reset(bool isOn, int seats)
    {
        (IsOn, _isWatched, _seats) = (isOn, false, seats);
        _flows.Clear();
        _consultations.Clear();
        _handOvers.Clear();
    }

    /// <summary>From here on the hand-overs of each tick are recorded, or not.</summary>
    public void Watch(bool isWatched) => _isWatched = isWatched;

    /// <summary>A tick begins.</summary>
    public void BeginTick() => _handOvers.Clear();

    public void Consult(int decider, int consulted)
    {
        if (IsOn)
        {
            _consultations.Add(((long)decider << 32) | (uint)consulted);
        }
    }

    /// <summary>Transfers from agent to agent, and from what a leaver left to an heir.</summary>
    public void Flow(ReadOnlySpan<Transfer> transfers)
    {
        if (!IsAsked)
        {
            return;
        }

        foreach (ref readonly var transfer in transfers)
        {
            if (transfer.From != transfer.To && transfer.Amount > Nothing)
            {
                Flow(transfer.From, transfer.To, transfer.Amount);
            }
        }
    }

    /// <summary>Authority that has passed from one agent to another.</summary>
    /// <param name="from">Seat of the giver.</param>
    /// <param name="to">Seat of the taker.</param>
    /// <param name="amount">Share of all authority; 0: not known.</param>
    public void Flow(int from, int to, double amount)
    {
        if (IsOn)
        {
            _flows.Add(KeyOf(from, to));
        }

        if (_isWatched && amount > 0)
        {
            _handOvers.Add(new(from, to, amount));
        }
    }

    /// <summary>
    /// A new allocation: authority flows from all who lose to all who gain. Where only one loses or only one gains, it is known who handed over
    /// how much to whom; else it is not.
    /// </summary>
    public void Flow(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (losers, gainers) = Count(before, after);
        var isKnown = losers == 1 || gainers == 1;
        for (var from = 0; (IsOn || isKnown) && from < before.Length; from++)
        {
            for (var to = 0; before[from] - after[from] > Nothing && to < after.Length; to++)
            {
                if (after[to] - before[to] > Nothing)
                {
                    Flow(from, to, losers == 1 ? after[to] - before[to] : gainers == 1 ? before[from] - after[from] : 0);
                }
            }
        }
    }

    /// <summary>Share of the directed links of consultation whose reverse is there too; null when there are none, or none were recorded.</summary>
    public double? ConsultationReciprocity() => _consultations.Count == 0
        ? null
        : (double)_consultations.Count(link => _consultations.Contains((link << 32) | (link >>> 32))) / _consultations.Count;

    /// <summary>The measures of both networks, null when they were not recorded.</summary>
    public (NetworkMeasures Authority, NetworkMeasures Consultation)? Measure() =>
        IsOn ? (NetworkMeasures.Of(GraphOf(_flows)), NetworkMeasures.Of(GraphOf(_consultations))) : null;

    private static (int Losers, int Gainers) Count(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (losers, gainers) = (0, 0);
        for (var seat = 0; seat < before.Length; seat++)
        {
            losers += before[seat] - after[seat] > Nothing ? 1 : 0;
            gainers += after[seat] - before[seat] > Nothing ? 1 : 0;
        }

        return (losers, gainers);
    }

    // The order in which a set lists its members does not matter: a graph sorts them.
    private Graph GraphOf(HashSet<long> ties) => Graph.Of(_seats, ties.Select(t => ((int)(t >> 32), (int)(uint)t)));

    private static long KeyOf(int from, int to) => ((long)Math.Min(from, to) << 32) | (uint)Math.Max(from, to);
}
