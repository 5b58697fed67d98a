using System.Collections;
using System.Reflection;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Factors;

/// <summary>What a property of a parameter record is to a reader.</summary>
internal enum PartForm
{
    /// <summary>A parameter: a number, a flag, a choice or a text.</summary>
    Parameter,

    /// <summary>A record of parameters.</summary>
    Record,

    /// <summary>A record chosen by kind.</summary>
    Kind,

    /// <summary>A list of records.</summary>
    List,
}

/// <summary>One property of a parameter record.</summary>
internal sealed record PartProperty(string Key, PropertyInfo Property, PartForm Form, Parameter? Parameter)
{
    /// <summary>Type of the records in a list.</summary>
    public Type ItemType => Property.PropertyType.GetGenericArguments()[0];
}

/// <summary>Walks and copies parameter records by their declarations.</summary>
internal static class RecordShape
{
    /// <summary>The properties of a record, in the order of declaration.</summary>
    public static IReadOnlyList<PartProperty> Of(object record)
    {
        var parameters = ParameterCatalog.OfRecord(record).ToDictionary(p => p.Property.Name);
        return
        [
            .. from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.SetMethod is not null && !property.IsDefined(typeof(NotAParameterAttribute))
               let parameter = parameters.GetValueOrDefault(property.Name)
               select new PartProperty(ParameterCatalog.KeyOf(property), property, FormOf(property, parameter), parameter),
        ];
    }

    /// <summary>A copy of a record, to be changed before anybody else sees it.</summary>
    public static object Copy(object record) => Cloner(record.GetType()).Invoke(record, null)!;

    /// <summary>A copy with one property changed.</summary>
    public static object With(object record, PropertyInfo property, object? value)
    {
        var copy = Copy(record);
        property.SetValue(copy, value);
        return copy;
    }

    private static PartForm FormOf(PropertyInfo property, Parameter? parameter) =>
        parameter is not null ? PartForm.Parameter
        : property.PropertyType.IsDefined(typeof(ChosenByKindAttribute), inherit: false) ? PartForm.Kind
        : property.PropertyType.IsAssignableTo(typeof(IEnumerable)) ? PartForm.List
        : PartForm.Record;

    // The method behind "with" on records.
    private static MethodInfo Cloner(Type record) => record.GetMethod("<Clone>$") ?? throw new ArgumentException($"{record.Name} is not a record");
}
