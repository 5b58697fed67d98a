namespace LeadershipSim.Simulation;

/// <summary>What an observer sees after a tick.</summary>
public readonly ref struct TickView
{
    /// <summary>Tick, 0 at founding.</summary>
    public required int Tick { get; init; }

    /// <summary>Authority by seat.</summary>
    public required ReadOnlySpan<double> Authority { get; init; }

    /// <summary>Power by seat.</summary>
    public required ReadOnlySpan<double> Power { get; init; }

    /// <summary>Vacant authority.</summary>
    public required double VacantAuthority { get; init; }

    /// <summary>Vitality H.</summary>
    public required double Vitality { get; init; }

    /// <summary>Need level N_t.</summary>
    public required double NeedLevel { get; init; }

    /// <summary>Whether the program is alive.</summary>
    public required bool Alive { get; init; }
}
