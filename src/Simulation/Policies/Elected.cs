using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// Every term, and whenever authority falls vacant, all agents elect: i votes for the j among its tied agents and itself with the
/// largest w_ij e_j + N(0, s²) (a comparative judgment, Thurstone 1927, doi:10.1037/h0070288), where w_ii is the baseline trust. The agents with the most
/// votes, up to the size of the council, share all authority in proportion to their votes; equal votes go to the lower seat.
/// </summary>
public sealed record Elected : ILeadershipPolicy
{
    /// <summary>Length of a term.</summary>
    [Parameter("Ticks from one regular election to the next", Unit = "tick", Min = 1, Max = 1_000_000)]
    public int TermTicks { get; init; } = 52;

    /// <summary>Seats in the council.</summary>
    [Parameter("How many of the agents with the most votes hold authority", Unit = "agents", Min = 1, Max = 10_000_000)]
    public int CouncilSize { get; init; } = 5;

    /// <summary>Noise s of votes.</summary>
    [Parameter("Standard deviation of the noise in how a voter rates an agent", Unit = "trust × experience")]
    public double VoteNoise { get; init; } = 0.1;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        turn.Memory.Clock = turn.View.Tick;
        Elect(ref turn);
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        // A special election in the same tick has taken the regular one's place.
        var tick = turn.View.Tick;
        if (tick % TermTicks == 0 && turn.Memory.Clock != tick)
        {
            Elect(ref turn);
        }
    }

    private void Elect(ref PolicyTurn turn)
    {
        var view = turn.View;
        if (view.OccupiedSeats == 0)
        {
            return;
        }

        var votes = turn.Memory.Values;
        votes.Clear();
        for (var voter = 0; voter < votes.Length; voter++)
        {
            if (view.IsOccupied(voter))
            {
                votes[Choice(ref turn, view, voter)]++;
            }
        }

        var shares = turn.Transfers.Allocate(includeVacant: true);

        // Equal votes go to the lower seat.
        for (var place = 0; place < CouncilSize && HeldShares.Largest(votes) is >= 0 and var elected; place++)
        {
            shares[elected] = votes[elected];
            votes[elected] = 0;
        }
    }

    private int Choice(ref PolicyTurn turn, OrganizationView view, int voter)
    {
        var tied = view.TiedTo(voter);
        var trust = view.TrustFrom(voter);
        var (best, most) = (voter, Rating(ref turn.Random, view.BaselineTrust, view.Experience[voter]));
        for (var k = 0; k < tied.Length; k++)
        {
            if (!view.IsOccupied(tied[k]))
            {
                continue;
            }

            var rating = Rating(ref turn.Random, trust[k], view.Experience[tied[k]]);
            if (rating > most || (rating == most && tied[k] < best))
            {
                (best, most) = (tied[k], rating);
            }
        }

        return best;
    }

    private double Rating(ref RandomStream random, double trust, double experience) =>
        (trust * experience) + (VoteNoise > 0 ? VoteNoise * Draws.Normal(ref random) : 0);
}
