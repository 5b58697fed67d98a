using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Policies;

/// <summary>Every holder leaks authority into vacancy, and nobody ever takes it up.</summary>
public sealed record LaissezFaire : ILeadershipPolicy
{
    /// <summary>Share lost.</summary>
    [Parameter("Share of its authority that a holder lets go vacant", Unit = "per tick")]
    public double LeakRate { get; init; } = 0.01;

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        // Nobody ever takes it up.
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        var authority = turn.View.Authority;
        for (var seat = 0; seat < authority.Length && LeakRate > 0; seat++)
        {
            if (authority[seat] > 0)
            {
                turn.Transfers.Release(seat, LeakRate * authority[seat]);
            }
        }
    }
}
