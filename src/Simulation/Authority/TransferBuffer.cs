namespace LeadershipSim.Simulation.Authority;

/// <summary>
/// What a policy proposes in one phase. All is applied together: a proposal sees the authority before the phase, and where an
/// agent would give more than it has, its gifts are cut in proportion.
/// </summary>
public sealed class TransferBuffer
{
    private Transfer[] _transfers = new Transfer[64];
    private double[] _outgoing = [];
    private double[] _shares = [];
    private int _count;
    private int _lastGiver;
    private bool _eachGivesOnce;
    private double[] _authority = [];

    internal bool IsEmpty => _count == 0 && !Allocated;

    internal ReadOnlySpan<Transfer> Proposed => _transfers.AsSpan(0, _count);

    internal bool Allocated { get; private set; }

    internal bool IncludesVacant { get; private set; }

    /// <summary>Whether the policy has said itself between whom an allocation moves authority.</summary>
    internal bool FlowsAreNoted { get; set; }

    internal ReadOnlySpan<double> Shares => _shares;

    /// <summary>An agent gives authority to another.</summary>
    public void Give(int from, int to, double amount)
    {
        _eachGivesOnce &= from > _lastGiver;
        _lastGiver = from;
        Add(TransferKind.Give, from, to, Math.Min(amount, _authority[from]));
    }

    /// <summary>An agent takes up authority that is vacant at a seat.</summary>
    public void Inherit(int vacantSeat, int heir, double amount)
    {
        _eachGivesOnce = false;
        Add(TransferKind.Inherit, vacantSeat, heir, amount);
    }

    /// <summary>An agent lets authority go vacant.</summary>
    public void Release(int from, double amount)
    {
        _eachGivesOnce &= from > _lastGiver;
        _lastGiver = from;
        Add(TransferKind.Release, from, from, Math.Min(amount, _authority[from]));
    }

    /// <summary>
    /// Proposes the shares of all agents at once instead of single transfers; they are scaled to the authority there is.
    /// </summary>
    /// <param name="includeVacant">Whether vacant authority is shared out too.</param>
    /// <returns>One share a seat, zero at first, to be filled: not negative, and 0 for empty seats.</returns>
    public Span<double> Allocate(bool includeVacant)
    {
        (Allocated, IncludesVacant) = (true, includeVacant);
        Array.Clear(_shares);
        return _shares;
    }

    internal void Reset(int seats, double[] authority)
    {
        _authority = authority;
        if (_shares.Length != seats)
        {
            _shares = new double[seats];
            _outgoing = new double[seats];
        }

        Clear();
    }

    internal void Clear() => (_count, Allocated, FlowsAreNoted, _lastGiver, _eachGivesOnce) = (0, false, false, -1, true);

    /// <summary>Cuts gifts to what their givers have, and inheritances to what is vacant.</summary>
    internal void CutToMeans(double[] vacant)
    {
        // Nothing to add up where every giver gives once: each gift was cut when it was proposed.
        if (_eachGivesOnce)
        {
            return;
        }

        CutTogether(_authority, inherit: false);
        CutTogether(vacant, inherit: true);
    }

    private void CutTogether(double[] means, bool inherit)
    {
        var transfers = _transfers.AsSpan(0, _count);
        foreach (ref readonly var transfer in transfers)
        {
            if (transfer.Kind == TransferKind.Inherit == inherit)
            {
                _outgoing[transfer.From] += transfer.Amount;
            }
        }

        foreach (ref var transfer in transfers)
        {
            if (transfer.Kind == TransferKind.Inherit == inherit && _outgoing[transfer.From] > means[transfer.From])
            {
                transfer.Amount *= means[transfer.From] / _outgoing[transfer.From];
            }
        }

        foreach (ref readonly var transfer in transfers)
        {
            _outgoing[transfer.From] = 0;
        }
    }

    private void Add(TransferKind kind, int from, int to, double amount)
    {
        if (_count == _transfers.Length)
        {
            Array.Resize(ref _transfers, 2 * _count);
        }

        ref var transfer = ref _transfers[_count++];
        transfer.Kind = kind;
        transfer.From = from;
        transfer.To = to;
        transfer.Amount = amount;
    }
}
