
namespace LeadershipSim.Experiments.Factors;

/// <summary>Spells a value as an experiment file does.</summary>
public static class Spelled
{
    /// <summary>The value as text: choices in camelCase, flags as true and false, numbers with a point.</summary>
    public static string Of(object value) => value switch
    {
        Enum choice => Camel(choice.ToString()),
        bool flag => flag ? "true" : "false",
        IFormattable number => Invariant($"{number}"),
        _ => value.ToString() ?? "",
    };

    /// <summary>The values of a choice.</summary>
    public static IEnumerable<string> Choices(Type choice) => Enum.GetNames(choice).Select(Camel);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
