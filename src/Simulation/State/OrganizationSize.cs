using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation.State;

/// <summary>Size of an organization.</summary>
public sealed record OrganizationSize
{
    /// <summary>Number of seats n.</summary>
    [Parameter("Number of seats; seat 0 is the director's, the next ones the coordinators'", Symbol = "n", Unit = "seats", Min = 1, Max = 10_000_000)]
    public int Seats { get; init; } = 40;

    /// <summary>Number of sites.</summary>
    [Parameter("Number of sites; seats are placed round robin", Unit = "sites", Min = 1, Max = 100_000)]
    public int Sites { get; init; } = 4;

    /// <summary>Number of belief dimensions m.</summary>
    [Parameter("Dimensions of reality, of the code and of every agent's beliefs", Symbol = "m", Unit = "dimensions", Min = 1, Max = 64, Source = "March (1991): 30")]
    public int BeliefDimensions { get; init; } = 30;
}
