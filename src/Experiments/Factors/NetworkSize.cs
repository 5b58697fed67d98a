using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Factors;

/// <summary>Fits the size of a scenario's organization to a network that was read from a file.</summary>
internal static class NetworkSize
{
    public static Scenario Fit(Scenario scenario) =>
        scenario.Network.Data is { } data
            ? scenario with { Organization = scenario.Organization with { Seats = data.Seats, Sites = data.Sites } }
            : scenario;
}
