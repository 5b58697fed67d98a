using System.Collections;
using System.Globalization;
using System.Reflection;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.Parameters;

/// <summary>The parameters of a record, read from its <see cref="ParameterAttribute"/>s, and what is wrong with their values.</summary>
public static class ParameterCatalog
{
    /// <summary>All parameters of a scenario; parts chosen by kind are listed with the parameters of that scenario's kind.</summary>
    public static IEnumerable<Parameter> Of(Scenario scenario) => Walk(scenario, "");

    /// <summary>The parameters of one record, its parts and lists left out.</summary>
    public static IEnumerable<Parameter> OfRecord(object record, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(record);
        return
            from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let attribute = property.GetCustomAttribute<ParameterAttribute>()
            where attribute is not null
            select new Parameter(prefix + KeyOf(property), property, attribute, property.GetValue(record)!);
    }

    /// <summary>The key of a property in experiment files: its name in camelCase.</summary>
    public static string KeyOf(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
    }

    /// <summary>Every value of the scenario that is out of its range: path, value and what is allowed.</summary>
    public static IReadOnlyList<string> Problems(Scenario scenario) =>
        [.. Of(scenario).Select(p => p.Problem(p.Value)).OfType<string>()];

    private static IEnumerable<Parameter> Walk(object record, string prefix)
    {
        foreach (var parameter in OfRecord(record, prefix))
        {
            yield return parameter;
        }

        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ParameterAttribute>() is not null || property.GetValue(record) is not { } part || part is OrganizationData)
            {
                continue;
            }

            var path = prefix + KeyOf(property);
            var children = part is IEnumerable list
                ? list.Cast<object>().SelectMany((item, i) => Walk(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].")))
                : Walk(part, path + ".");
            foreach (var child in children)
            {
                yield return child;
            }
        }
    }
}
