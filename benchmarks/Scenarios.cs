using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Benchmarks;

/// <summary>The scenarios that are timed.</summary>
internal static class Scenarios
{
    /// <summary>What the reference model is called where policies are named.</summary>
    public const string ReferenceModel = "reference model";

    /// <summary>A steady run of the default scenario under a policy, or of the reference model, which measures concentration every tick.</summary>
    public static SteadyRun Run(string policy, int seats, RunSeed? seed = null) =>
        policy == ReferenceModel ? new(Reference(seats), new GiniEveryTick(), seed: seed) : new(Default(policy, seats), seed: seed);

    /// <summary>The default scenario under a policy, in a program that does not end: every tick costs the same.</summary>
    public static Scenario Default(string policy, int seats) => new()
    {
        Organization = new() { Seats = seats },
        Policy = PolicyCatalog.All.Single(p => p.Kind == policy).Default,
        Viability = new() { Rule = ViabilityRule.None },
    };

    /// <summary>
    /// A reference model that other toolkits have been timed with: small world of degree 8, 1 % turnover replaced at once, every agent
    /// gives a tenth of its authority to a tied agent drawn ∝ trust, March learning of 30 beliefs; no demand.
    /// </summary>
    public static Scenario Reference(int seats) => new()
    {
        Organization = new() { Seats = seats },
        Network = new SmallWorldNetwork(),
        Policy = new Distributed(),
        Sharing = new() { Mean = 1 },
        Demand = new() { DecisionsPerSeat = 0 },
        Turnover = new() { HazardPerTick = -Math.Log(0.99) },
        Recruitment = new() { FillProbability = 1, NewcomerKnowledge = 1.0 / 3 },
        Learning = new() { Socialization = 0.1, CodeLearning = 0.5 },
        Viability = new() { Rule = ViabilityRule.None },
    };
}
