using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation;

/// <summary>
/// A change in the course of a run: from a tick on, or from the tick after a condition has held, the run follows another scenario. Up to
/// then it is the same run, bit for bit. What differs has to be live (<see cref="Parameter.IsLive"/>): the policy, of whatever kind, and the
/// rules of most phases. A change is made once.
/// </summary>
public sealed record ScenarioChange
{
    /// <summary>First tick of the other scenario; 0 where a condition decides.</summary>
    [Parameter("First tick at which the change holds; 0 where a condition decides", Unit = "tick", Max = 1_000_000, Source = "set by the case")]
    public int Tick { get; init; }

    /// <summary>When the change is due; looked at after every tick, the founding left out. Null: at <see cref="Tick"/>.</summary>
    [NotAParameter]
    public StateCondition? When { get; init; }

    /// <summary>How long the condition has to hold.</summary>
    [Parameter("Consecutive ticks for which the condition has to hold", Unit = "tick", Min = 1, Max = 1_000_000, Source = "set by the case")]
    public int ForTicks { get; init; } = 1;

    /// <summary>What changes.</summary>
    [NotAParameter]
    public required IScenarioEdit Edit { get; init; }

    /// <summary>What cannot change from one scenario to another in the course of a run: path and reason; empty when the change is possible.</summary>
    public static IReadOnlyList<string> Problems(Scenario before, Scenario after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var held = Fixed(before);
        return
        [
            .. from parameter in Fixed(after)
               where !held.TryGetValue(parameter.Key, out var value) || !Equals(value.Value, parameter.Value.Value)
               select $"{parameter.Key} cannot change in the course of a run: {parameter.Value.FixedBecause}",
            .. held.Where(p => !Fixed(after).ContainsKey(p.Key)).Select(p => $"{p.Key} cannot change in the course of a run: {p.Value.FixedBecause}"),
        ];
    }

    private static Dictionary<string, Parameter> Fixed(Scenario scenario) =>
        ParameterCatalog.Of(scenario).Where(p => !p.IsLive).ToDictionary(p => p.Path, StringComparer.Ordinal);
}
