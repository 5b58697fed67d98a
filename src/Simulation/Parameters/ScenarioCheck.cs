using System.Collections;
using System.Reflection;

namespace LeadershipSim.Simulation.Parameters;

/// <summary>
/// Checks scenarios against the declared ranges, fast enough for every run of a sweep to have its own: what has to be read of a type
/// of record is looked up once.
/// </summary>
internal sealed class ScenarioCheck
{
    private readonly Dictionary<Type, Reading> _readings = [];

    /// <summary>
    /// Whether all numbers of a record, and of the records in it, are in their ranges; what is wrong, <see cref="ParameterCatalog.Problems"/> says.
    /// </summary>
    public bool Passes(object record)
    {
        var type = record.GetType();
        if (!_readings.TryGetValue(type, out var reading))
        {
            reading = Reading.Of(type);
            _readings.Add(type, reading);
        }

        foreach (var (value, declaration) in reading.Numbers)
        {
            if (!declaration.Allows(value(record)))
            {
                return false;
            }
        }

        foreach (var part in reading.Parts)
        {
            if (part(record) is { } value && !(value is IEnumerable list ? list.Cast<object>().All(Passes) : Passes(value)))
            {
                return false;
            }
        }

        return true;
    }

    // How the numbers and the parts of one type of record are read.
    private sealed record Reading((Func<object, double> Value, ParameterAttribute Declaration)[] Numbers, Func<object, object?>[] Parts)
    {
        public static Reading Of(Type record)
        {
            var properties = record.GetProperties(BindingFlags.Public | BindingFlags.Instance);
            var parameters = properties.Select(p => (Property: p, Declaration: p.GetCustomAttribute<ParameterAttribute>())).ToList();
            return new(
                [
                    .. from parameter in parameters
                       where parameter.Declaration is not null
                       let value = parameter.Property.PropertyType == typeof(double) ? Getter(record, nameof(Double), parameter.Property)
                           : parameter.Property.PropertyType == typeof(int) ? Getter(record, nameof(Int32), parameter.Property)
                           : null
                       where value is not null
                       select ((Func<object, double>)value, parameter.Declaration),
                ],
                [
                    .. from parameter in parameters
                       where parameter.Declaration is null && !parameter.Property.PropertyType.IsValueType
                       where !parameter.Property.IsDefined(typeof(NotAParameterAttribute))
                       select (Func<object, object?>)Getter(record, nameof(Part), parameter.Property),
                ]);
        }

        private static object Getter(Type record, string kind, PropertyInfo property) =>
            typeof(Reading).GetMethod(kind, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record).Invoke(null, [property.GetMethod!])!;

        private static Func<object, double> Double<TRecord>(MethodInfo getter)
        {
            var get = getter.CreateDelegate<Func<TRecord, double>>();
            return record => get((TRecord)record);
        }

        private static Func<object, double> Int32<TRecord>(MethodInfo getter)
        {
            var get = getter.CreateDelegate<Func<TRecord, int>>();
            return record => get((TRecord)record);
        }

        private static Func<object, object?> Part<TRecord>(MethodInfo getter)
        {
            var get = getter.CreateDelegate<Func<TRecord, object?>>();
            return record => get((TRecord)record);
        }
    }
}
