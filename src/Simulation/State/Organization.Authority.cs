using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Simulation.State;

/// <content>How authority moves between seats.</content>
internal sealed partial class Organization
{
    // Less than this is no authority.
    private const double Rounding = 1e-12;

    /// <summary>The founding allocation.</summary>
    public void Endow(ReadOnlySpan<double> shares)
    {
        shares.CopyTo(Authority);
        AuthorityVersion++;
    }

    /// <summary>Applies what a policy proposed, together.</summary>
    public void Apply(TransferBuffer transfers, int tick, InteractionRecord interactions)
    {
        if (transfers.IsEmpty)
        {
            return;
        }

        if (transfers.Allocated)
        {
            Allocate(transfers, interactions);
        }
        else
        {
            transfers.CutToMeans(Vacant);
            Move(transfers, tick);
            interactions.Flow(transfers.Proposed);
        }

        SettleVacancies();
        AuthorityVersion++;
    }

    private void Move(TransferBuffer transfers, int tick)
    {
        foreach (ref readonly var transfer in transfers.Proposed)
        {
            switch (transfer.Kind)
            {
                case TransferKind.Give:
                    Authority[transfer.From] = Math.Max(0, Authority[transfer.From] - transfer.Amount);
                    Authority[transfer.To] += transfer.Amount;
                    break;
                case TransferKind.Inherit:
                    Inherit(transfer.From, transfer.To, transfer.Amount);
                    break;
                case TransferKind.Release:
                    Authority[transfer.From] = Math.Max(0, Authority[transfer.From] - transfer.Amount);
                    Release(transfer.From, transfer.Amount, tick);
                    break;
            }
        }
    }

    // Whoever takes all but what rounding leaves takes that too: split among heirs, nothing stays vacant.
    private void Inherit(int seat, int heir, double amount)
    {
        var left = Vacant[seat] - amount;
        Authority[heir] += left > Rounding ? amount : Vacant[seat];
        Vacant[seat] = left > Rounding ? left : 0;
    }

    // The proposed shares are scaled to what there is to share, so that nothing is made or lost.
    private void Allocate(TransferBuffer transfers, InteractionRecord interactions)
    {
        var shares = transfers.Shares;
        var total = 0.0;
        foreach (var share in shares)
        {
            total += share;
        }

        if (total <= 0)
        {
            return;
        }

        var before = interactions.IsAsked && !transfers.FlowsAreNoted ? Holdings(transfers.IncludesVacant) : [];
        if (transfers.IncludesVacant)
        {
            foreach (var seat in Vacancies.Items)
            {
                Vacant[seat] = 0;
            }

            VacantAuthority = 0;
        }

        // Vacant shares that sum to all of it may sum to a rounding more.
        var held = Authority.AsSpan(0, Seats);
        shares.CopyTo(held);
        SeatSpans.Scale(held, Math.Max(0, 1 - VacantAuthority) / total);

        interactions.Flow(before, Authority.AsSpan(0, Seats));
    }

    private double[] Holdings(bool includeVacant) =>
        [.. Enumerable.Range(0, Seats).Select(seat => Authority[seat] + (includeVacant ? Vacant[seat] : 0))];

    private void Release(int seat, double amount, int tick)
    {
        if (amount <= 0)
        {
            return;
        }

        if (Vacant[seat] == 0)
        {
            Vacancies.Add(seat);
            VacantSince[seat] = tick;
        }

        Vacant[seat] += amount;
        VacantAuthority += amount;
        AuthorityVersion++;
    }

    private void SettleVacancies()
    {
        var sum = 0.0;
        for (var k = Vacancies.Count - 1; k >= 0; k--)
        {
            var seat = Vacancies.Items[k];
            if (Vacant[seat] == 0)
            {
                Vacancies.RemoveAt(k);
            }
            else
            {
                sum += Vacant[seat];
            }
        }

        VacantAuthority = sum;
    }
}
