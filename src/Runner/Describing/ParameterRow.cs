using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Describing;

/// <summary>A parameter as the program lists it.</summary>
/// <param name="Path">Path in experiment files.</param>
/// <param name="Default">Default value.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Symbol">Symbol in the model description.</param>
/// <param name="Allowed">Allowed values.</param>
/// <param name="Meaning">Meaning.</param>
/// <param name="Source">Where the default comes from.</param>
internal sealed record ParameterRow(string Path, object Default, string Unit, string Symbol, string Allowed, string Meaning, string Source)
{
    /// <summary>The row of a parameter that holds its default.</summary>
    public static ParameterRow Of(Parameter parameter) => new(
        parameter.Path,
        parameter.Value is Enum ? ValueText(parameter.Value) : parameter.Value,
        parameter.Declaration.Unit,
        parameter.Declaration.Symbol,
        parameter.Allowed,
        parameter.Declaration.Meaning,
        parameter.Declaration.Source);

    /// <summary>A value as experiment files spell it.</summary>
    public static string ValueText(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum name => char.ToLowerInvariant(name.ToString()[0]) + name.ToString()[1..],
        IFormattable number => Invariant($"{number}"),
        _ => value.ToString() ?? "",
    };
}
