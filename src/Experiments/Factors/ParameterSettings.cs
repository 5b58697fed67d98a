using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Factors;

/// <summary>A value for a parameter, or for a part chosen by kind.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Value">The value that is put into the scenario.</param>
/// <param name="ValueType">Type of what stands at the path.</param>
/// <param name="Parameter">Its declaration; null for a part chosen by kind.</param>
/// <param name="Name">What a part chosen by kind is called in events.</param>
public sealed record ParameterSetting(string Path, object Value, Type ValueType, Parameter? Parameter, string? Name);

/// <summary>What a change sets, in the order of the file.</summary>
/// <param name="All">The values.</param>
public sealed record ParameterSettings(IReadOnlyList<ParameterSetting> All) : IScenarioEdit
{
    /// <summary>Its key in experiment files and paths.</summary>
    public const string Key = "set";

    /// <inheritdoc/>
    public string Summary => string.Join(", ", All.Select(s => $"{s.Path} {s.Name ?? (s.Parameter is null ? NameOf(s.Value) : Spelled.Of(s.Value))}"));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A path does not exist in the scenario, as a parameter of another policy.</exception>
    public Scenario Of(Scenario before)
    {
        var scenario = before;
        foreach (var setting in All)
        {
            var path = ParameterPath.Find(scenario, setting.Path, out _, out var allowed)
                ?? throw new ArgumentException($"a change sets {setting.Path}, which {NameOf(scenario.Policy)} does not have; allowed there: {string.Join(", ", allowed)}");
            scenario = path.With(scenario, setting.Value);
        }

        return scenario;
    }

    /// <summary>The same with another value at a place.</summary>
    public ParameterSettings With(int index, object value) =>
        new([.. All.Select((s, k) => k == index ? s with { Value = value, Name = null } : s)]);

    private static string NameOf(object part) => char.ToLowerInvariant(part.GetType().Name[0]) + part.GetType().Name[1..];
}
