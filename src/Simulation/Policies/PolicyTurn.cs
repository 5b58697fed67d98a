using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>What a policy gets in one phase of one tick: what it may see, its random stream, its memory, and where to propose.</summary>
public readonly ref struct PolicyTurn
{
    private readonly RunState _run;
    private readonly ref RandomStream _random;

    internal PolicyTurn(RunState run)
    {
        _run = run;
        _random = ref run.Streams.Policy;
    }

    /// <summary>The organization before the phase.</summary>
    public OrganizationView View => new(_run);

    /// <summary>The run's policy stream.</summary>
    public ref RandomStream Random => ref _random;

    /// <summary>What the policy remembers from tick to tick.</summary>
    public PolicyMemory Memory => _run.PolicyMemory;

    /// <summary>Takes the proposals.</summary>
    public TransferBuffer Transfers => _run.Transfers;

    /// <summary>
    /// Holders of authority who are willing in this tick: each with probability σ to share or, for hoarders, 1−σ. One draw a seat,
    /// holder or not. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> DrawWilling(bool toShare)
    {
        var authority = View.Authority;
        var sharing = View.Sharing[..authority.Length];
        var chosen = _run.Chosen.AsSpan(0, authority.Length);
        var random = _random;
        var count = 0;
        for (var seat = 0; seat < authority.Length; seat++)
        {
            // Written always, counted only if so: nothing to mispredict.
            var shares = random.NextUniform() < sharing[seat];
            chosen[count] = seat;
            count += authority[seat] > 0 & shares == toShare ? 1 : 0;
        }

        _random = random;
        return chosen[..count];
    }

    /// <summary>Draws a random agent tied to a seat; −1 when no tied seat is occupied.</summary>
    public int DrawTiedAgent(int seat)
    {
        var tie = DrawOccupied.TieOf(_run.Organization.Present, _run.Ties, seat, ref _random);
        return tie < 0 ? -1 : _run.Ties.NeighbourAt(tie);
    }

    /// <summary>Draws a random tie between two agents, and which of them comes first.</summary>
    /// <returns>Whether any two agents are tied; if not, both are −1.</returns>
    public bool DrawDyad(out int first, out int second)
    {
        var tie = _run.Organization.OccupiedSeats < 2 ? -1 : DrawOccupied.AnyTie(_run.Organization.Present, _run.Ties, ref _random);
        (first, second) = tie < 0 ? (-1, -1) : (_run.Ties.NeighbourAt(_run.Ties.ReverseOf(tie)), _run.Ties.NeighbourAt(tie));
        return tie >= 0;
    }

    /// <summary>
    /// Records that an allocation moves authority from one agent to another, for policies that know; else it is taken to flow from all who
    /// lose to all who gain. For the ledger and for observers only.
    /// </summary>
    /// <param name="from">Seat of the giver.</param>
    /// <param name="to">Seat of the taker.</param>
    /// <param name="amount">Share of all authority, above 0.</param>
    public void NoteFlow(int from, int to, double amount)
    {
        _run.Transfers.FlowsAreNoted = true;
        _run.Interactions.Flow(from, to, amount);
    }

    /// <summary>An agent comes to see itself more, or less, as a leader: L_i, in [0, 1].</summary>
    public void SetLeaderIdentity(int seat, double identity) => _run.Organization.LeaderIdentity[seat] = identity;

    /// <summary>An agent comes to see itself more, or less, as a follower: F_i, in [0, 1].</summary>
    public void SetFollowerIdentity(int seat, double identity) => _run.Organization.FollowerIdentity[seat] = identity;

    /// <summary>One of the mentor's beliefs is copied to the other, whose experience grows as by a decision.</summary>
    public void Mentor(int mentor, int mentored)
    {
        var organization = _run.Organization;
        var dimension = 1UL << _random.NextIndex(organization.BeliefDimensions);
        organization.Positive[mentored] = (organization.Positive[mentored] & ~dimension) | (organization.Positive[mentor] & dimension);
        organization.Negative[mentored] = (organization.Negative[mentored] & ~dimension) | (organization.Negative[mentor] & dimension);
        organization.Experience[mentored] += organization.ExperienceGain * (1 - organization.Experience[mentored]);
    }
}
