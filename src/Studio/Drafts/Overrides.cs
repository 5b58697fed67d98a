using System.Globalization;
using System.Text.Json.Nodes;
using LeadershipSim.Simulation;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Studio.Drafts;

/// <summary>Spells changed parameters as <c>path=value</c>, which the reader of experiments lays over a file.</summary>
internal static class Overrides
{
    /// <summary>Parts chosen by kind.</summary>
    public static readonly string[] Parts = ["policy", "network"];

    /// <summary>The overrides of one world.</summary>
    /// <param name="values">Values by path, as they were typed.</param>
    /// <param name="origin">Scenario of the origin, whose shocks and changes stay.</param>
    /// <param name="removals">Agents who have to leave in addition.</param>
    /// <param name="changes">What changes in the course of the run in addition.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyDictionary<string, string> values, Scenario origin, IReadOnlyList<Removal> removals, IReadOnlyList<DraftChange> changes)
    {
        var overrides = Settings(values).Select(s => $"{s.Key}={s.Value}").ToList();
        if (removals.Count > 0)
        {
            var added = removals.Select(r => Invariant($"{{tick: {r.Tick}, remove: seat, seat: {r.Seat}}}"));
            overrides.Add($"shocks=[{string.Join(", ", origin.Shocks.Select(Spell).Concat(added))}]");
        }

        if (changes.Count > 0)
        {
            var before = ScenarioTree.OfChanges(origin).Select(c => c!.ToJsonString());
            overrides.Add($"changes=[{string.Join(", ", before.Concat(changes.Select(Spell)))}]");
        }

        return overrides;
    }

    private static IEnumerable<(string Key, string Value)> Settings(IReadOnlyDictionary<string, string> values)
    {
        foreach (var part in Parts.Where(values.ContainsKey))
        {
            // A kind and its parameters are set together: the parameters of another kind are not its own.
            var own = values.Where(v => v.Key.StartsWith(part + ".", StringComparison.Ordinal));
            var parameters = own.Select(v => $", {v.Key[(part.Length + 1)..]}: {Scalar(v.Value)}");
            yield return (part, $"{{kind: {Scalar(values[part])}{string.Concat(parameters)}}}");
        }

        foreach (var (path, value) in values)
        {
            if (!Parts.Any(p => path == p || (path.StartsWith(p + ".", StringComparison.Ordinal) && values.ContainsKey(p))))
            {
                yield return (path, Scalar(value));
            }
        }
    }

    private static string Spell(DraftChange change)
    {
        var set = Settings(change.Set).Select(s => $"{JsonValue.Create(s.Key).ToJsonString()}: {s.Value}");
        return Invariant($"{{tick: {change.Tick}, set: {{{string.Join(", ", set)}}}}}");
    }

    private static string Spell(Shock shock) => Invariant($"{{tick: {shock.Tick}, remove: {ScenarioTree.Scalar(shock.Remove)}, count: {shock.Count}, seat: {shock.Seat}}}");

    // Numbers and flags as they are; all else in quotes, so that no text can be more than a value.
    private static string Scalar(string text) =>
        text is "true" or "false" || IsNumber(text)
            ? text
            : JsonValue.Create(text).ToJsonString();

    private static bool IsNumber(string text) =>
        text.Trim() == text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
