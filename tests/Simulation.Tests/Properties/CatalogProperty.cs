using CsCheck;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Properties;

/// <summary>Checks a property of random scenarios under one policy of the catalog; a failure names the key of the scenario.</summary>
internal static class CatalogProperty
{
    public static TheoryData<string> Kinds => [.. PolicyCatalog.All.Select(entry => entry.Kind)];

    public static ILeadershipPolicy PolicyOf(string kind) => PolicyCatalog.All.Single(entry => entry.Kind == kind).Default;

    public static void Holds(string kind, int scenarios, Action<Scenario, ulong> property)
    {
        var policy = PolicyOf(kind);
        Gen.ULong.Sample(key => property(RandomScenario.From(key, policy), key), iter: scenarios, threads: 1);
    }
}
