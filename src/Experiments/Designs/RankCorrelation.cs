using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Designs;

/// <summary>A rank correlation that two factors are to have in a design.</summary>
public sealed record RankCorrelation
{
    /// <summary>Path of a factor.</summary>
    [Parameter("Path of a factor")]
    public string First { get; init; } = "";

    /// <summary>Path of another factor.</summary>
    [Parameter("Path of another factor")]
    public string Second { get; init; } = "";

    /// <summary>Their rank correlation.</summary>
    [Parameter("Their rank correlation", Min = -1, Max = 1)]
    public double Value { get; init; }
}
