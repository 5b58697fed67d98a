using System.Collections;
using System.Reflection;

namespace LeadershipSim.Simulation.Parameters;

/// <summary>The parameters of a record, read from its <see cref="ParameterAttribute"/>s, and what is wrong with their values.</summary>
public static class ParameterCatalog
{
    /// <summary>All parameters of a record and its parts, of a scenario mostly; parts chosen by kind are listed with the parameters of its own kind.</summary>
    public static IEnumerable<Parameter> Of(object record) => Walk(record, "", null);

    /// <summary>The parameters of one record, its parts and lists left out.</summary>
    public static IEnumerable<Parameter> OfRecord(object record, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(record);
        return
            from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let attribute = property.GetCustomAttribute<ParameterAttribute>()
            where attribute is not null
            select new Parameter(prefix + KeyOf(property), property, attribute, property.GetValue(record)!) { FixedBecause = ReasonOf(property) };
    }

    /// <summary>The key of a property in experiment files: its name in camelCase.</summary>
    public static string KeyOf(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
    }

    /// <summary>Every value of a record and its parts that is out of its range: path, value and what is allowed.</summary>
    public static IReadOnlyList<string> Problems(object record) =>
        [.. Of(record).Select(p => p.Problem(p.Value)).OfType<string>()];

    private static string? ReasonOf(PropertyInfo property) => property.GetCustomAttribute<FixedAtFoundingAttribute>()?.Reason;

    // A part that is fixed fixes what is in it.
    private static IEnumerable<Parameter> Walk(object record, string prefix, string? fixedBecause)
    {
        foreach (var parameter in OfRecord(record, prefix))
        {
            yield return fixedBecause is null ? parameter : parameter with { FixedBecause = fixedBecause };
        }

        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var isPart = !property.IsDefined(typeof(ParameterAttribute)) && !property.IsDefined(typeof(NotAParameterAttribute));
            if (!isPart || property.GetValue(record) is not { } part)
            {
                continue;
            }

            var path = prefix + KeyOf(property);
            var reason = fixedBecause ?? ReasonOf(property);
            var children = part is IEnumerable list
                ? list.Cast<object>().SelectMany((item, i) => Walk(item, Invariant($"{path}[{i}]."), reason))
                : Walk(part, path + ".", reason);
            foreach (var child in children)
            {
                yield return child;
            }
        }
    }
}
