namespace LeadershipSim.Simulation;

/// <summary>What a change sets in the scenario that is in force. Where several changes are due, each edits what the one before left.</summary>
public interface IScenarioEdit
{
    /// <summary>What it sets, as events tell it: <c>policy distributed, demand.decisionsPerSeat 0.3</c>.</summary>
    string Summary { get; }

    /// <summary>The scenario with the changes put in.</summary>
    Scenario Of(Scenario before);
}
