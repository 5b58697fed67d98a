using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Graphs;

namespace LeadershipSim.Simulation.State;

/// <summary>Between which seats authority has flowed, and who has consulted whom, since the founding. Empty unless asked for.</summary>
internal sealed class InteractionRecord
{
    // A share this small is what rounding leaves.
    private const double Nothing = 1e-12;

    private readonly HashSet<long> _flows = [];
    private readonly HashSet<long> _consultations = [];
    private int _seats;

    /// <summary>Whether anything is recorded.</summary>
    public bool IsOn { get; private set; }

    public void Reset(bool isOn, int seats)
    {
        (IsOn, _seats) = (isOn, seats);
        _flows.Clear();
        _consultations.Clear();
    }

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
        if (!IsOn)
        {
            return;
        }

        foreach (ref readonly var transfer in transfers)
        {
            if (transfer.From != transfer.To && transfer.Amount > Nothing)
            {
                _flows.Add(KeyOf(transfer.From, transfer.To));
            }
        }
    }

    /// <summary>Authority that has passed from one agent to another.</summary>
    public void Flow(int from, int to)
    {
        if (IsOn)
        {
            _flows.Add(KeyOf(from, to));
        }
    }

    /// <summary>A new allocation: authority flows from all who lose to all who gain.</summary>
    public void Flow(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        for (var from = 0; IsOn && from < before.Length; from++)
        {
            for (var to = 0; before[from] - after[from] > Nothing && to < after.Length; to++)
            {
                if (after[to] - before[to] > Nothing)
                {
                    _flows.Add(KeyOf(from, to));
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

    // The order in which a set lists its members does not matter: a graph sorts them.
    private Graph GraphOf(HashSet<long> ties) => Graph.Of(_seats, ties.Select(t => ((int)(t >> 32), (int)(uint)t)));

    private static long KeyOf(int from, int to) => ((long)Math.Min(from, to) << 32) | (uint)Math.Max(from, to);
}
