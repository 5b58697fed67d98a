using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Simulation;

/// <summary>
/// A change in the course of a run: from a tick on, or from the tick after vitality has been low, the run follows another scenario. Up to then it is the
/// same run, bit for bit. What differs has to be live (<see cref="Parameter.IsLive"/>): the policy, of whatever kind, and the rules of most phases.
/// </summary>
public sealed record ScenarioChange
{
    /// <summary>First tick of the other scenario; 0: when vitality has been low.</summary>
    [Parameter("First tick at which the change holds (0: when vitality has been low)", Unit = "tick", Max = 1_000_000)]
    public int Tick { get; init; }

    /// <summary>Vitality below which the change is due.</summary>
    [Parameter("Vitality below which the change is due", Symbol = "H", Unit = "share")]
    public double VitalityBelow { get; init; }

    /// <summary>How long vitality has to be low.</summary>
    [Parameter("Consecutive ticks for which vitality has to be low", Unit = "tick", Min = 1, Max = 1_000_000)]
    public int ForTicks { get; init; } = 1;

    /// <summary>The scenario from then on: the one before, with what changes.</summary>
    [NotAParameter]
    public required Scenario After { get; init; }

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
