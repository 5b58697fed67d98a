namespace LeadershipSim.Simulation.Outcomes;

/// <summary>Between which values a measure lies, in words; n is the number of seats.</summary>
internal static class ValueRange
{
    public const string ZeroToOne = "0 to 1";
    public const string MinusOneToOne = "−1 to 1";
    public const string AgentsOfOneTime = "0 to n";
    public const string EntropyOverAgents = "0 to ln n";
    public const string EntropyOverLevels = "0 to ln 3";
    public const string EntropyOverSites = "0 to ln sites";
    private const string Any = "any number";

    /// <summary>The range that a unit has where nothing else is said.</summary>
    public static string OfUnit(string unit) => unit switch
    {
        "share" => ZeroToOne,
        "0 or 1" => "0 or 1",
        "tick" => "0 to the horizon",
        "agents" or "decisions" or "exits" or "changes" or "shocks" => "0 and up",
        "nat" => EntropyOverAgents,
        _ => Any,
    };
}
