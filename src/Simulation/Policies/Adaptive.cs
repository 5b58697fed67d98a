using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Policies;

/// <summary>
/// <see cref="Hierarchy"/> in calm times. When vitality H falls below an alarm, or the leadership core has left,
/// <see cref="Distributed"/> for a time of relief; sharing and succession are those of the rule in force.
/// Formal hierarchy that gives way to shared leadership and takes it back was observed by Klein, Ziegert, Knight and Xiao (2006,
/// doi:10.2189/asqu.51.4.590).
/// </summary>
public sealed record Adaptive : ILeadershipPolicy
{
    /// <summary>Vitality that raises the alarm.</summary>
    [Parameter("Vitality below which relief starts", Symbol = "H", Unit = "share")]
    public double Alarm { get; init; } = 0.65;

    /// <summary>Length of the relief.</summary>
    [Parameter("Ticks of relief from the last alarm on", Unit = "tick", Min = 1, Max = 1_000_000)]
    public int ReliefTicks { get; init; } = 52;

    /// <summary>The rule of calm times, and of founding.</summary>
    public Hierarchy Calm { get; init; } = new();

    /// <summary>The rule of relief.</summary>
    public Distributed Relief { get; init; } = new();

    /// <inheritdoc/>
    public void Found(OrganizationView view, double directorShare, Span<double> shares) => Calm.Found(view, directorShare, shares);

    /// <inheritdoc/>
    public void Succeed(ref PolicyTurn turn)
    {
        if (IsRelieved(ref turn))
        {
            Relief.Succeed(ref turn);
        }
        else
        {
            Calm.Succeed(ref turn);
        }
    }

    /// <inheritdoc/>
    public void Share(ref PolicyTurn turn)
    {
        if (IsRelieved(ref turn))
        {
            Relief.Share(ref turn);
        }
        else
        {
            Calm.Share(ref turn);
        }
    }

    // The memory's clock is the first tick after the relief.
    private bool IsRelieved(ref PolicyTurn turn)
    {
        var view = turn.View;
        if (view.Vitality < Alarm || view.CoreHasJustLeft)
        {
            turn.Memory.Clock = view.Tick + ReliefTicks;
        }

        return view.Tick < turn.Memory.Clock;
    }
}
