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

    /// <summary>What the model that other programs have been timed on is called.</summary>
    public const string PeersModel = "peers' model";

    /// <summary>A steady run of the default scenario under a policy, or of a model that measures concentration every tick.</summary>
    public static SteadyRun Run(string policy, int seats, RunSeed? seed = null) =>
        policy switch
        {
            ReferenceModel => new(Reference(seats), new GiniEveryTick(), seed: seed),
            PeersModel => new(Peers(seats), new GiniEveryTick(), seed: seed),
            _ => new(Default(policy, seats), seed: seed),
        };

    /// <summary>The default scenario under a policy, in a program that does not end: every tick costs the same.</summary>
    public static Scenario Default(string policy, int seats) => new()
    {
        Organization = new() { Seats = seats },
        Policy = PolicyCatalog.All.Single(p => p.Kind == policy).Default,
        Viability = new() { Rule = ViabilityRule.None },
    };

    /// <summary>
    /// The model that programs of other toolkits, and tuned ones, have been timed on: reality stands still, and an heir is drawn ∝ trust, as it is where
    /// everybody has all experience.
    /// </summary>
    public static Scenario Peers(int seats)
    {
        var scenario = Reference(seats);
        return scenario with
        {
            Turbulence = new() { FlipProbability = 0 },
            Founding = new() { FounderExperience = 1, MemberExperienceMin = 1, MemberExperienceMax = 1 },
            Recruitment = scenario.Recruitment with { ExperienceMin = 1, ExperienceMax = 1 },
        };
    }

    /// <summary>
    /// A reference model: small world of degree 8, 1 % turnover replaced at once, every agent gives a tenth of its authority to a tied agent drawn
    /// ∝ trust × experience, March learning of 30 beliefs; no demand.
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
