using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// K agents hold 1/K each, at founding those of the first K seats. For every place that is vacant the council co-opts (Selznick
/// 1948, doi:10.2307/2086752), with a probability per tick, the most experienced agent tied to it who is not of the council, or
/// else the most experienced one anywhere. Where everybody is of the council already, the place waits for a newcomer.
/// </summary>
public sealed record Council : ILeadershipPolicy
{
    /// <summary>Size K.</summary>
    [Parameter("Number of agents who hold authority, all the same; no more than there are seats", Symbol = "K", Unit = "agents", Min = 1, Max = 10_000_000)]
    public int CouncilSize { get; init; } = 5;

    /// <summary>Probability of co-optation.</summary>
    [Parameter("Probability that a vacant place is filled", Unit = "per tick")]
    public double Cooptation { get; init; } = 1;

    /// <inheritdoc/>
    public void Found(OrganizationView view, double directorShare, Span<double> shares) =>
        shares[..PlacesIn(view)].Fill(1.0 / PlacesIn(view));

    /// <summary>The agents who hold the most authority, then the most experienced, become the council.</summary>
    public void TakeOver(ref PolicyTurn turn)
    {
        var view = turn.View;
        var places = Math.Min(PlacesIn(view), view.OccupiedSeats);
        var shares = turn.Transfers.Allocate(includeVacant: true);
        for (; places > 0; places--)
        {
            var best = -1;
            for (var seat = 0; seat < shares.Length; seat++)
            {
                var isFree = view.IsOccupied(seat) && shares[seat] == 0;
                best = isFree && (best < 0 || Precedes(view, seat, best)) ? seat : best;
            }

            shares[best] = 1;
        }
    }

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        var view = turn.View;
        var share = 1.0 / PlacesIn(view);
        foreach (var seat in view.Vacancies)
        {
            // A seat that was vacated twice before its first place was filled has two; the last place takes what rounding left.
            for (var vacant = view.Vacant[seat]; vacant > share / 2; vacant -= share)
            {
                if (turn.Random.NextBernoulli(Cooptation) && Candidate(ref turn, view, seat) is >= 0 and var coopted)
                {
                    turn.Transfers.Inherit(seat, coopted, vacant < 1.5 * share ? vacant : share);
                    turn.Memory.Values[coopted] = view.Tick;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        // All places are equal and stay so.
    }

    private static bool Precedes(OrganizationView view, int seat, int other) =>
        (view.Authority[seat], view.Experience[seat]).CompareTo((view.Authority[other], view.Experience[other])) > 0;

    private int PlacesIn(OrganizationView view) => Math.Min(CouncilSize, view.Seats);

    private static int Candidate(ref PolicyTurn turn, OrganizationView view, int seat)
    {
        var best = -1;
        foreach (var tied in view.TiedTo(seat))
        {
            best = Better(ref turn, view, best, tied);
        }

        if (best >= 0)
        {
            return best;
        }

        for (var anyone = 0; anyone < view.Seats; anyone++)
        {
            best = Better(ref turn, view, best, anyone);
        }

        return best;
    }

    // Whoever has been co-opted in this tick holds no authority yet, but has a place.
    private static int Better(ref PolicyTurn turn, OrganizationView view, int best, int seat)
    {
        var isFree = view.IsOccupied(seat) && view.Authority[seat] == 0 && turn.Memory.Values[seat] != view.Tick;
        return isFree && (best < 0 || view.Experience[seat] > view.Experience[best]) ? seat : best;
    }
}
