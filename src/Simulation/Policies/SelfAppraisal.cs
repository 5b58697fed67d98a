namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Reflected appraisal, the DeGroot–Friedkin map (Jia, Mirtabatabaei, Friedkin and Bullo 2015, doi:10.1137/130913250): everybody's
/// self-weight becomes its social power, x_i(t+1) ∝ c_i/(1 − x_i(t)), and authority is self-weight, a = x. c is the left
/// eigenvector of trust with rows normalized to sum 1, over occupied seats. All authority is held; nothing stays vacant.
/// </summary>
/// <remarks>
/// Self-weights start as the founding allocation. The map stands still where one agent has all, but only on a star is that
/// stable; so 1 − x_i counts as 1e-12 at least, and the map leaves such a vertex within a few ticks. Parts of the organization
/// without trust between them share c by their size.
/// </remarks>
public sealed record SelfAppraisal : ILeadershipPolicy
{
    // Steps change c by less than this in sum of absolute values.
    private const double Tolerance = 1e-10;

    // Far beyond what connected networks need; ends the search where rounding keeps a step from becoming small.
    private const int MaxSteps = 100_000;

    private const double VertexDistance = 1e-12;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        // What is vacant enters the map in the same tick, with the rest.
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var view = turn.View;
        if (view.OccupiedSeats == 0)
        {
            return;
        }

        // Trust changes little in a tick: the search goes on from the last c while the same people are there.
        if (turn.Memory.Clock != Occupancy(view))
        {
            turn.Memory.Clock = Occupancy(view);
            StartEqual(view, turn.Memory.Values);
        }

        var passedOn = PassedOn(view, turn.Memory.OfTies(view.DirectedTies));
        var centrality = Centrality(view, passedOn, turn.Memory.Values, turn.Memory.OtherValues);
        var shares = turn.Transfers.Allocate(includeVacant: true);
        for (var seat = 0; seat < shares.Length; seat++)
        {
            shares[seat] = centrality[seat] / Math.Max(1 - view.Authority[seat], VertexDistance);
        }
    }

    // A number that changes when anybody leaves or arrives; 0 is nobody's.
    private static int Occupancy(OrganizationView view)
    {
        var left = 0;
        foreach (var generation in view.Generation)
        {
            left += generation;
        }

        return unchecked((left * (view.Seats + 1)) + view.OccupiedSeats);
    }

    private static void StartEqual(OrganizationView view, Span<double> centrality)
    {
        for (var seat = 0; seat < centrality.Length; seat++)
        {
            centrality[seat] = view.IsOccupied(seat) ? 1.0 / view.OccupiedSeats : 0;
        }
    }

    // The share of its part of c that an agent passes on over each of its ties in a step: half of it, in proportion to trust.
    private static ReadOnlySpan<double> PassedOn(OrganizationView view, Span<double> passedOn)
    {
        var first = 0;
        for (var seat = 0; seat < view.Seats; seat++)
        {
            var tied = view.TiedTo(seat);
            var trust = view.TrustFrom(seat);
            var row = passedOn.Slice(first, tied.Length);
            var total = 0.0;
            for (var k = 0; k < tied.Length; k++)
            {
                row[k] = view.IsOccupied(tied[k]) ? trust[k] : 0;
                total += row[k];
            }

            for (var k = 0; k < tied.Length; k++)
            {
                row[k] = total > 0 ? row[k] / (2 * total) : 0;
            }

            first += tied.Length;
        }

        return passedOn;
    }

    // The lazy chain (half of c stays where it is) converges on periodic networks too, and to the same c.
    private static Span<double> Centrality(OrganizationView view, ReadOnlySpan<double> passedOn, Span<double> centrality, Span<double> next)
    {
        var change = double.PositiveInfinity;
        for (var step = 0; step < MaxSteps && change >= Tolerance; step++)
        {
            next.Clear();
            PassOn(view, passedOn, centrality, next);
            change = 0;
            for (var seat = 0; seat < next.Length; seat++)
            {
                change += Math.Abs(next[seat] - centrality[seat]);
                centrality[seat] = next[seat];
            }
        }

        return centrality;
    }

    private static void PassOn(OrganizationView view, ReadOnlySpan<double> passedOn, ReadOnlySpan<double> centrality, Span<double> next)
    {
        var first = 0;
        for (var seat = 0; seat < centrality.Length; seat++)
        {
            var tied = view.TiedTo(seat);
            var row = passedOn.Slice(first, tied.Length);
            var (part, given) = (centrality[seat], 0.0);
            for (var k = 0; k < row.Length; k++)
            {
                var gift = part * row[k];
                next[tied[k]] += gift;
                given += gift;
            }

            next[seat] += part - given;
            first += tied.Length;
        }
    }
}
