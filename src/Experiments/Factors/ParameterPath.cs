using System.Collections;
using System.Globalization;
using System.Reflection;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Factors;

/// <summary>
/// The walk from a scenario to one of its parts or parameters: <c>channels.remote</c>, <c>policy.shareRate</c>, <c>shocks[0].tick</c>.
/// </summary>
public sealed class ParameterPath
{
    private readonly Step[] _steps;

    private ParameterPath(string text, Step[] steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>Finds the path in a scenario.</summary>
    /// <returns>The path, or null and what was not found among what.</returns>
    public static ParameterPath? Find(Scenario scenario, string text, out string? missing, out IReadOnlyList<string> allowed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(text);
        var steps = new List<Step>();
        object current = scenario;
        foreach (var segment in text.Split('.'))
        {
            var (key, index) = Split(segment);
            var properties = RecordShape.Of(current);
            allowed = [.. properties.Select(p => p.Key)];
            if (properties.FirstOrDefault(p => p.Key == key) is not { } property || (index is not null) != (property.Form == PartForm.List))
            {
                missing = segment;
                return null;
            }

            steps.Add(new Step(property.Property, index, property.Parameter));
            var value = property.Property.GetValue(current)!;
            if (index is { } at && (at >= ((IList)value).Count || at < 0))
            {
                missing = segment;
                allowed = [.. Enumerable.Range(0, ((IList)value).Count).Select(i => $"{key}[{i}]")];
                return null;
            }

            current = index is { } item ? ((IList)value)[item]! : value;
        }

        (missing, allowed) = (null, []);
        return new ParameterPath(text, [.. steps]);
    }

    /// <summary>The parameter at the end of the path; null when it ends at a part chosen by kind.</summary>
    public Parameter? Parameter => _steps[^1].Parameter;

    /// <summary>Type of what stands at the end of the path.</summary>
    public Type ValueType => _steps[^1].Property.PropertyType;

    /// <summary>The value at the end of the path.</summary>
    public object Get(Scenario scenario)
    {
        object current = scenario;
        foreach (var step in _steps)
        {
            current = step.Get(current);
        }

        return current;
    }

    /// <summary>A copy of the scenario with another value at the end of the path.</summary>
    public Scenario With(Scenario scenario, object value) => (Scenario)With(scenario, 0, value);

    private object With(object record, int depth, object value)
    {
        var step = _steps[depth];
        return step.With(record, depth == _steps.Length - 1 ? value : With(step.Get(record), depth + 1, value));
    }

    private static (string Key, int? Index) Split(string segment)
    {
        var open = segment.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && segment[^1] == ']' && int.TryParse(segment[(open + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (segment[..open], index)
            : (segment, null);
    }

    private sealed record Step(PropertyInfo Property, int? Index, Parameter? Parameter)
    {
        public object Get(object record) => Index is { } index ? ((IList)Property.GetValue(record)!)[index]! : Property.GetValue(record)!;

        public object With(object record, object value)
        {
            if (Index is not { } index)
            {
                return RecordShape.With(record, Property, value);
            }

            var source = (IList)Property.GetValue(record)!;
            var copy = Array.CreateInstance(Property.PropertyType.GetGenericArguments()[0], source.Count);
            source.CopyTo(copy, 0);
            copy.SetValue(value, index);
            return RecordShape.With(record, Property, copy);
        }
    }
}
