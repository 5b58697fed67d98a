using System.Text.Json.Nodes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Studio.Drafts;

/// <summary>Finds the one factor that tells two worlds apart.</summary>
internal static class ArmDifference
{
    /// <summary>The factor whose levels are lists of changes.</summary>
    public const string Changes = "changes";

    /// <summary>
    /// The factor: the policy as a whole, one parameter, or what changes in the course of the run; null where it takes more than one to
    /// tell them apart.
    /// </summary>
    public static ArmFactor? Of(Scenario a, Scenario b)
    {
        if (!JsonNode.DeepEquals(ScenarioTree.OfChanges(a), ScenarioTree.OfChanges(b)))
        {
            var areEqual = Equals(a.Policy, b.Policy) && Differing(a, b) is { Length: 0 };
            return areEqual ? new(Changes, Level(a, "A"), Level(b, "B")) : null;
        }

        if (!Equals(a.Policy, b.Policy))
        {
            return Equals(a with { Policy = b.Policy }, b) || SameBut("policy", a, b) ? new("policy", Level(a, "A", b), Level(b, "B", a)) : null;
        }

        return Differing(a, b) is [var one]
            ? new(one.Parameter.Path, ScenarioTree.Scalar(one.Parameter.Value), ScenarioTree.Scalar(one.Other))
            : null;
    }

    // Null where one scenario has parameters that the other has not.
    private static (Parameter Parameter, object Other)[]? Differing(Scenario a, Scenario b)
    {
        static Parameter[] Of(Scenario scenario) => [.. ParameterCatalog.Of(scenario with { Changes = [] })];
        var others = Of(b).ToDictionary(p => p.Path, p => p.Value);
        var mine = Of(a);
        return others.Count == mine.Length && mine.All(p => others.ContainsKey(p.Path))
            ? [.. mine.Where(p => !Equals(others[p.Path], p.Value)).Select(p => (p, others[p.Path]))]
            : null;
    }

    private static JsonObject Level(Scenario scenario, string name) =>
        new() { ["name"] = name, [Changes] = ScenarioTree.OfChanges(scenario) };

    // The same policy with other parameters needs names to tell its levels apart.
    private static JsonNode Level(Scenario scenario, string name, Scenario other)
    {
        var policy = ScenarioTree.OfPolicy(scenario.Policy);
        if (policy is JsonObject map && scenario.Policy.GetType() == other.Policy.GetType())
        {
            map.Insert(0, "name", $"{name}-{map["kind"]}");
        }
        else if (policy is JsonValue && scenario.Policy.GetType() == other.Policy.GetType())
        {
            return new JsonObject { ["name"] = $"{name}-{policy}", ["kind"] = policy.DeepClone() };
        }

        return policy;
    }

    private static bool SameBut(string part, Scenario a, Scenario b)
    {
        Dictionary<string, object> Values(Scenario scenario) =>
            ParameterCatalog.Of(scenario with { Changes = [] })
                .Where(p => !p.Path.StartsWith(part + ".", StringComparison.Ordinal))
                .ToDictionary(p => p.Path, p => p.Value);
        var (first, second) = (Values(a), Values(b));
        return a.Network.GetType() == b.Network.GetType() && first.Count == second.Count
            && first.All(v => second.TryGetValue(v.Key, out var other) && Equals(other, v.Value));
    }
}
