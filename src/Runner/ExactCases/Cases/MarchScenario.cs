using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Runner.ExactCases.Cases;

/// <summary>March's (1991) model of mutual learning as the special case of this one in which everybody holds the same authority.</summary>
internal static class MarchScenario
{
    /// <summary>March's uniform draw from −1, 0 and +1.</summary>
    public const double UniformKnowledge = 1.0 / 3;

    /// <summary>No decisions, no viability; who leaves is replaced at once; all beliefs start uniform.</summary>
    /// <param name="p1">Socialization.</param>
    /// <param name="p2">Learning by the code.</param>
    /// <param name="p3">Turnover: probability of leaving per tick.</param>
    /// <param name="p4">Turbulence.</param>
    /// <param name="ticks">Length of a run.</param>
    public static Scenario Of(double p1, double p2, double p3, double p4, int ticks) => new()
    {
        HorizonTicks = ticks,
        Organization = new() { Seats = 50, BeliefDimensions = 30 },
        // Nobody learns along ties here: the fewest are the fastest.
        Network = new SmallWorldNetwork { Degree = 2 },
        Policy = new Equal(),
        Founding = new() { FounderKnowledge = UniformKnowledge, MemberKnowledge = UniformKnowledge },
        Recruitment = new() { FillProbability = 1, NewcomerKnowledge = UniformKnowledge },
        Turnover = new() { HazardPerTick = -double.LogP1(-p3) },
        Turbulence = new() { FlipProbability = p4 },
        Learning = new() { Socialization = p1, CodeLearning = p2 },
        Demand = new() { DecisionsPerSeat = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };
}
