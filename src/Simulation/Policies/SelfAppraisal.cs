using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Reflected appraisal, the DeGroot–Friedkin map (Jia, Mirtabatabaei, Friedkin and Bullo 2015, doi:10.1137/130913250): everybody's
/// self-weight becomes its social power, x_i(t+1) ∝ c_i/(1 − x_i(t)), and authority is self-weight, a = x. c is the left
/// eigenvector of trust with rows normalized to sum 1, over occupied seats. All authority is held; nothing stays vacant.
/// </summary>
/// <remarks>
/// Self-weights start as the founding allocation. The map stands still where one agent has all, but only on a star is that
/// stable; so 1 − x_i counts as 1e-9 at least, and the map leaves such a vertex within a few ticks. Parts of the organization
/// without trust between them share c by their size.
/// </remarks>
public sealed record SelfAppraisal : ILeadershipPolicy
{
    // Steps change c by less than this in sum of absolute values.
    private const double Tolerance = 1e-10;

    // Far beyond what connected networks need; ends the search where rounding keeps a step from becoming small.
    private const int MaxSteps = 100_000;

    // The best where the network mixes in some twenty steps; measured on the default organization.
    private const double Momentum = 0.4;
    private const int StepsWatched = 32;

    private const double VertexDistance = 1e-9;

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

        // Trust changes little in a tick: the search continues from the last c while the same people are there.
        if (turn.Memory.Clock != Occupancy(view))
        {
            turn.Memory.Clock = Occupancy(view);
            StartEqual(view, turn.Memory.Values);
        }

        var centrality = turn.Memory.Values;
        Settle(new(view, turn.Memory), centrality);
        var shares = turn.Transfers.Allocate(includeVacant: true);
        for (var seat = 0; seat < shares.Length; seat++)
        {
            // Momentum may carry what tends to 0 a trifle past it.
            shares[seat] = Math.Max(0, centrality[seat]) / Math.Max(1 - view.Authority[seat], VertexDistance);
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

    // The lazy chain (half of c stays where it is) converges on periodic networks too, and to the same c. Steps keep some of their
    // momentum, which takes far fewer of them; where they do not become smaller, as when trust runs in circles, they continue without it.
    private static void Settle(TrustChain chain, Span<double> centrality)
    {
        var now = chain.First;
        var before = chain.Second;
        centrality.CopyTo(now);
        centrality.CopyTo(before);
        var (momentum, change, changeThen) = (Momentum, double.PositiveInfinity, double.PositiveInfinity);
        for (var step = 1; step <= MaxSteps && change >= Tolerance; step++)
        {
            change = chain.Step(now, before, momentum);

            // What was before has become what is next.
            var last = now;
            now = before;
            before = last;
            if (step % StepsWatched == 0)
            {
                momentum = change < changeThen ? momentum : 0;
                changeThen = change;
            }
        }

        now[..centrality.Length].CopyTo(centrality);
    }
}
