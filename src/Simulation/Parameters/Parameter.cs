using System.Globalization;
using System.Reflection;

namespace LeadershipSim.Simulation.Parameters;

/// <summary>A parameter of the model, with the value it has in the record it was read from.</summary>
/// <param name="Path">Dotted path from the scenario.</param>
/// <param name="Property">The property that holds it: int, double, bool, text or an enumeration.</param>
/// <param name="Declaration">Meaning, unit and range.</param>
/// <param name="Value">The value; the default when the record is a catalog's or a fresh one.</param>
public sealed record Parameter(string Path, PropertyInfo Property, ParameterAttribute Declaration, object Value)
{
    /// <summary>Why the parameter cannot change in the course of a run; null when it is live.</summary>
    public string? FixedBecause { get; init; }

    /// <summary>Whether the parameter can change in the course of a run.</summary>
    public bool IsLive => FixedBecause is null;

    /// <summary>Whether the parameter is a number.</summary>
    public bool IsNumeric => Property.PropertyType == typeof(double) || Property.PropertyType == typeof(int);

    /// <summary>What is allowed, in words: "a whole number from 1 to 64", "performance, leaders or none".</summary>
    public string Allowed
    {
        get
        {
            if (Property.PropertyType.IsEnum)
            {
                return string.Join(", ", Enum.GetNames(Property.PropertyType).Select(n => char.ToLowerInvariant(n[0]) + n[1..]));
            }

            if (!IsNumeric)
            {
                return Property.PropertyType == typeof(bool) ? "true or false" : "a text";
            }

            var kind = Property.PropertyType == typeof(int) ? "a whole number" : "a number";
            var from = Declaration.MinExclusive ? "above" : "from";
            return Invariant($"{kind} {from} {Declaration.Min} to {Declaration.Max}");
        }
    }

    /// <summary>What is wrong with a value for this parameter, null if nothing.</summary>
    public string? Problem(object value)
    {
        if (!IsNumeric)
        {
            return null;
        }

        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return Declaration.Allows(number)
            ? null
            : Invariant($"{Path} is {number}: allowed is {Allowed}");
    }
}
