using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Simulation.Tests.ExactCases;

/// <summary>The scenarios in which theory says what to expect.</summary>
internal static class Scenarios
{
    private const double Uniform = 1.0 / 3;

    /// <summary>Forty times the longest mean lifetime: a run is cut off with probability e^−40, and one that never ends is noticed.</summary>
    public const int NoHorizon = 20_000;

    /// <summary>March (1991): equal authority, no decisions, beliefs uniform, whoever leaves is replaced at once.</summary>
    public static Scenario March(double p1, double p2, double p3, double p4, int ticks) => new()
    {
        HorizonTicks = ticks,
        Organization = new() { Seats = 50, BeliefDimensions = 30 },
        Network = new SmallWorldNetwork { Degree = 2 },
        Policy = new Equal(),
        Founding = new() { FounderKnowledge = Uniform, MemberKnowledge = Uniform },
        Recruitment = new() { FillProbability = 1, NewcomerKnowledge = Uniform },
        Turnover = new() { HazardPerTick = -Math.Log(1 - p3) },
        Turbulence = new() { FlipProbability = p4 },
        Learning = new() { Socialization = p1, CodeLearning = p2 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };

    /// <summary>No decisions and a constant hazard; the program lives as long as k agents hold any authority.</summary>
    public static Scenario Leaders(ILeadershipPolicy policy, int seats, int k, double hazard, double filling) => new()
    {
        HorizonTicks = NoHorizon,
        Organization = new() { Seats = seats, Sites = 1 },
        Policy = policy,
        Turnover = new() { HazardPerTick = hazard },
        Recruitment = new() { FillProbability = filling },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.Leaders, MinLeaders = k, LeaderShare = 1e-9, GraceTicks = 1 },
    };
}
