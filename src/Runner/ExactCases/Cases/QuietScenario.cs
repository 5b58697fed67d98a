using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>Nobody leaves, nothing is decided, nobody learns: what moves is the policy's doing.</summary>
internal static class QuietScenario
{
    /// <summary>Agents who differ in nothing but their seats, all tied; the director holds a share, the others the same of the rest.</summary>
    public static Scenario OfEquals(int seats, ILeadershipPolicy policy, int ticks, double directorShare) => new()
    {
        HorizonTicks = ticks,

        // One site each: all but the director are coordinators, who share what the director does not hold.
        Organization = new() { Seats = seats, Sites = seats - 1, BeliefDimensions = 1 },
        Network = new CompleteNetwork(),
        Founding = new() { DirectorShare = directorShare },
        Trust = new() { DriftPerTick = 0 },
        Turnover = new() { HazardPerTick = 0 },
        Turbulence = new() { FlipProbability = 0 },
        Demand = new() { DecisionsPerSeat = 0 },
        Learning = new() { Socialization = 0, CodeLearning = 0 },
        Viability = new() { Rule = ViabilityRule.None },
        Policy = policy,
    };
}
