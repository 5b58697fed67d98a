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
        var segments = text.Split('.');
        for (var k = 0; k < segments.Length; k++)
        {
            if (current is ScenarioChange { Edit: ParameterSettings settings } && segments[k] == ParameterSettings.Key)
            {
                return FindSetting(text, steps, settings, string.Join('.', segments[(k + 1)..]), out missing, out allowed);
            }

            if (current is ScenarioChange { When: not null } && segments[k..] is ["when"])
            {
                (missing, allowed) = (null, []);
                return new ParameterPath(text, [.. steps, new TriggerStep()]);
            }

            var segment = segments[k];
            var (key, index) = Split(segment);
            var properties = RecordShape.Of(current);
            allowed = [.. properties.Select(p => p.Key)];
            if (properties.FirstOrDefault(p => p.Key == key) is not { } property
                || (index is not null != (property.Form == PartForm.List) && !IsWhole(property)))
            {
                missing = segment;
                return null;
            }

            steps.Add(new PropertyStep(property.Property, index, property.Parameter));
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

    // Changes may be a factor as a whole, with lists as levels.
    private static bool IsWhole(PartProperty property) => property.Property.PropertyType == typeof(IReadOnlyList<ScenarioChange>);

    /// <summary>The parameter at the end of the path; null when it ends at a part chosen by kind.</summary>
    public Parameter? Parameter => _steps[^1].Parameter;

    /// <summary>Type of what stands at the end of the path.</summary>
    public Type ValueType => _steps[^1].ValueType;

    /// <summary>Why what stands at the end of the path cannot change in the course of a run; null when it can.</summary>
    public string? FixedBecause => _steps.Select(s => s.FixedBecause).FirstOrDefault(reason => reason is not null);

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

    /// <summary>The record of which the value is a property.</summary>
    internal object Owner(Scenario scenario)
    {
        object current = scenario;
        foreach (var step in _steps.AsSpan(0, _steps.Length - 1))
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

    // What a change sets, by the path as the file spells it.
    private static ParameterPath? FindSetting(
        string text, List<Step> steps, ParameterSettings settings, string path, out string? missing, out IReadOnlyList<string> allowed)
    {
        allowed = [.. settings.All.Select(s => s.Path)];
        var at = settings.All.Select(s => s.Path).ToList().IndexOf(path);
        missing = at < 0 ? path : null;
        return at < 0 ? null : new ParameterPath(text, [.. steps, new SettingStep(at, settings.All[at])]);
    }

    private abstract record Step(Type ValueType, Parameter? Parameter, string? FixedBecause)
    {
        public abstract object Get(object record);

        public abstract object With(object record, object value);
    }

    private sealed record PropertyStep(PropertyInfo Property, int? Index, Parameter? Parameter)
        : Step(Property.PropertyType, Parameter, Property.GetCustomAttribute<FixedAtFoundingAttribute>()?.Reason)
    {
        public override object Get(object record) => Index is { } index ? ((IList)Property.GetValue(record)!)[index]! : Property.GetValue(record)!;

        public override object With(object record, object value)
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

    private sealed record TriggerStep() : Step(typeof(ChangeTrigger), null, null)
    {
        public override object Get(object record) => new ChangeTrigger(((ScenarioChange)record).When!, ((ScenarioChange)record).ForTicks);

        public override object With(object record, object value)
        {
            var trigger = (ChangeTrigger)value;
            return ((ScenarioChange)record) with { When = trigger.Condition, ForTicks = trigger.ForTicks };
        }
    }

    // The value that a change sets: there is one as soon as the file names it.
    private sealed record SettingStep(int Index, ParameterSetting Setting) : Step(Setting.ValueType, Setting.Parameter, null)
    {
        public override object Get(object record) => ((ParameterSettings)((ScenarioChange)record).Edit).All[Index].Value;

        public override object With(object record, object value)
        {
            var change = (ScenarioChange)record;
            return change with { Edit = ((ParameterSettings)change.Edit).With(Index, value) };
        }
    }
}
