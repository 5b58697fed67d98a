using LeadershipSim.Simulation.State;

namespace LeadershipSim.Runner.Figures;

/// <summary>A seat at a tick.</summary>
/// <param name="Site">Its site.</param>
/// <param name="IsOccupied">Whether somebody sits there.</param>
/// <param name="Authority">Authority of whoever does; of a vacancy what is vacant there.</param>
/// <param name="Power">Power.</param>
/// <param name="Strain">Strain, from 0 to 1.</param>
/// <param name="Responsibility">Open decisions.</param>
internal readonly record struct SeatState(int Site, bool IsOccupied, double Authority, double Power, double Strain, int Responsibility);

/// <summary>The organization at a tick: who sits where, and who trusts whom.</summary>
/// <param name="Tick">Tick.</param>
/// <param name="Seats">The seats.</param>
/// <param name="Ties">Ties between seats, each once, with the mean of the trust both ways; of large organizations none are kept.</param>
internal sealed record NetworkSnapshot(int Tick, IReadOnlyList<SeatState> Seats, IReadOnlyList<(int From, int To, double Trust)> Ties)
{
    // Beyond that a drawing is a grey disc.
    private const int MostSeatsWithTies = 400;

    /// <summary>Takes the state after a tick.</summary>
    public static NetworkSnapshot Of(in TickView view)
    {
        var organization = view.Organization;
        var seats = new SeatState[organization.Seats];
        var ties = new List<(int, int, double)>();
        for (var seat = 0; seat < seats.Length; seat++)
        {
            var occupied = organization.IsOccupied(seat);
            seats[seat] = new(
                organization.Site[seat],
                occupied,
                occupied ? organization.Authority[seat] : organization.Vacant[seat],
                organization.Power[seat],
                organization.Strain[seat],
                view.Responsibility(seat));
            foreach (var other in seats.Length <= MostSeatsWithTies ? organization.TiedTo(seat) : [])
            {
                if (other > seat)
                {
                    ties.Add((seat, other, (organization.Trust(seat, other) + organization.Trust(other, seat)) / 2));
                }
            }
        }

        return new(view.Tick, seats, ties);
    }
}
