using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Simulation.Tests.Policies;

/// <summary>Scenarios in which nothing happens but what the policy does: nobody leaves, nothing is decided, nobody learns.</summary>
internal static class Quiet
{
    /// <summary>Agents who differ in nothing but their seats, all tied; the director holds the given share, the rest is split equally.</summary>
    public static Scenario Equals(int seats, ILeadershipPolicy policy, int horizonTicks, double directorShare = 1) => new()
    {
        HorizonTicks = horizonTicks,

        // One site each: all but the director are coordinators, who share what the director does not hold.
        Organization = new() { Seats = seats, Sites = Math.Max(1, seats - 1), BeliefDimensions = 1 },
        Network = new CompleteNetwork(),
        Founding = new() { DirectorShare = directorShare },
        Sharing = new() { Mean = 1 },
        Trust = new() { DriftPerTick = 0 },
        Turnover = new() { HazardPerTick = 0 },
        Turbulence = new() { FlipProbability = 0 },
        Demand = new() { DecisionsPerSeat = 0 },
        Learning = new() { Socialization = 0, CodeLearning = 0 },
        Viability = new() { Rule = ViabilityRule.None },
        Policy = policy,
    };
}
