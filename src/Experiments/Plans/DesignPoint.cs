using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Plans;

/// <summary>The value a factor has at a design point.</summary>
/// <param name="Path">Parameter path, as in <c>channels.remote</c>; a policy chosen as a whole has path <c>policy</c>.</param>
/// <param name="Value">double, long, bool or string (for a policy the name of its level); null where the factor does not apply.</param>
public readonly record struct FactorValue(string Path, object? Value)
{
    /// <summary>What stands in the place of a value where the factor does not apply.</summary>
    public const string Absent = "–";
}

/// <summary>One combination of factor values, with the scenario it stands for.</summary>
/// <param name="Index">Position in the design, from 0.</param>
/// <param name="Id">Hash of what the scenario is made of; the same in every experiment that contains the point.</param>
/// <param name="Values">One value per factor, in the order of the factors.</param>
/// <param name="Scenario">The baseline with the factor values put in.</param>
public sealed record DesignPoint(int Index, string Id, IReadOnlyList<FactorValue> Values, Scenario Scenario)
{
    /// <summary>
    /// Its environment, from 0, where every environment is run under every arm: arms are compared within it. Null where the design is not crossed.
    /// </summary>
    public int? Environment { get; init; }
}
