using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>Everybody holds the same authority, a_i = 1/(occupied seats), at founding and at every tick.</summary>
public sealed record Equal : ILeadershipPolicy
{
    /// <inheritdoc/>
    public void Found(OrganizationView view, double directorShare, Span<double> shares) => shares.Fill(1.0 / view.Seats);

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn) => ShareEqually(ref turn);

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        // Departures are settled by succession; only an arrival changes what equal is.
        if (turn.Memory.Clock != turn.View.OccupiedSeats)
        {
            ShareEqually(ref turn);
        }
    }

    private static void ShareEqually(ref PolicyTurn turn)
    {
        var view = turn.View;
        turn.Memory.Clock = view.OccupiedSeats;
        var shares = turn.Transfers.Allocate(includeVacant: true);
        for (var seat = 0; seat < shares.Length; seat++)
        {
            shares[seat] = view.IsOccupied(seat) ? 1.0 / view.OccupiedSeats : 0;
        }
    }
}
