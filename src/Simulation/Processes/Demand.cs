namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 6. Decisions arise at each site and are addressed to holders of authority in proportion to what they hold;
/// those that meet vacant authority, or do not get through twice, fail.
/// </summary>
public sealed partial record Demand
{
    /// <summary>Decisions per seat and tick λ.</summary>
    [Parameter("Mean number of decisions that arise per seat at full need", Symbol = "λ", Unit = "decisions per seat and tick", Max = 100)]
    public double DecisionsPerSeat { get; init; } = 0.10;
}
