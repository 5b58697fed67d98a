using System.Text.Json.Nodes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Studio.Drafts;

/// <summary>Finds the one factor that tells two worlds apart.</summary>
internal static class ArmDifference
{
    /// <summary>The factor: the policy as a whole, or one parameter; null where it takes more than one to tell them apart.</summary>
    public static ArmFactor? Of(Scenario a, Scenario b)
    {
        if (!Equals(a.Policy, b.Policy))
        {
            return Equals(a with { Policy = b.Policy }, b) || SameBut("policy", a, b) ? new("policy", Level(a, "A", b), Level(b, "B", a)) : null;
        }

        var others = ParameterCatalog.Of(b).ToDictionary(p => p.Path, p => p.Value);
        var mine = ParameterCatalog.Of(a).ToArray();
        Parameter[] differing = [.. mine.Where(p => !others.TryGetValue(p.Path, out var other) || !Equals(other, p.Value))];
        return differing is [var one] && others.Count == mine.Length && others.TryGetValue(one.Path, out var level)
            ? new(one.Path, ScenarioTree.Scalar(one.Value), ScenarioTree.Scalar(level))
            : null;
    }

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
            ParameterCatalog.Of(scenario).Where(p => !p.Path.StartsWith(part + ".", StringComparison.Ordinal)).ToDictionary(p => p.Path, p => p.Value);
        var (first, second) = (Values(a), Values(b));
        return a.Network.GetType() == b.Network.GetType() && first.Count == second.Count
            && first.All(v => second.TryGetValue(v.Key, out var other) && Equals(other, v.Value));
    }
}
