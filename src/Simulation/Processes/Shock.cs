using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.Processes;

/// <summary>Whom a shock removes.</summary>
public enum ShockTarget
{
    /// <summary>The agents with the most authority.</summary>
    TopHolders,

    /// <summary>All who are still there of the founding core.</summary>
    FoundingCore,

    /// <summary>Whoever occupies a seat.</summary>
    Seat,

    /// <summary>The director of the founding, who occupied seat 0 then: the same person under every policy.</summary>
    Director,
}

/// <summary>Departures forced at a tick.</summary>
public sealed record Shock
{
    /// <summary>When.</summary>
    [Parameter("Tick of the shock", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    public int Tick { get; init; } = 1;

    /// <summary>Whom.</summary>
    [Parameter("Who has to leave: the topHolders of authority, what is left of the foundingCore, whoever occupies the seat, or the director of the founding", Source = "set by the case")]
    public ShockTarget Remove { get; init; }

    /// <summary>How many top holders.</summary>
    [Parameter("How many of the top holders have to leave", Unit = "agents", Min = 1, Max = 10_000_000, Source = "set by the case")]
    public int Count { get; init; } = 1;

    /// <summary>Which seat.</summary>
    [Parameter("The seat whose occupant has to leave, counted from 0", Unit = "seat", Max = 10_000_000, Source = "set by the case")]
    public int Seat { get; init; }
}
