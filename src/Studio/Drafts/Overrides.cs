using System.Globalization;
using System.Text.Json.Nodes;
using LeadershipSim.Simulation.Processes;

namespace LeadershipSim.Studio.Drafts;

/// <summary>Spells changed parameters as <c>path=value</c>, which the reader of experiments lays over a file.</summary>
internal static class Overrides
{
    /// <summary>Parts chosen by kind.</summary>
    public static readonly string[] Parts = ["policy", "network"];

    /// <summary>The overrides of one world.</summary>
    /// <param name="values">Values by path, as they were typed.</param>
    /// <param name="shocks">Shocks of the origin.</param>
    /// <param name="removals">Agents who have to leave besides.</param>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, string> values, IReadOnlyList<Shock> shocks, IReadOnlyList<Removal> removals)
    {
        var overrides = new List<string>();
        foreach (var part in Parts.Where(values.ContainsKey))
        {
            // A kind and its parameters are set together: the parameters of another kind are not its own.
            var own = values.Where(v => v.Key.StartsWith(part + ".", StringComparison.Ordinal));
            var parameters = own.Select(v => $", {v.Key[(part.Length + 1)..]}: {Scalar(v.Value)}");
            overrides.Add($"{part}={{kind: {Scalar(values[part])}{string.Concat(parameters)}}}");
        }

        overrides.AddRange(
            from value in values
            where !Parts.Any(p => value.Key == p || (value.Key.StartsWith(p + ".", StringComparison.Ordinal) && values.ContainsKey(p)))
            select $"{value.Key}={Scalar(value.Value)}");
        if (removals.Count > 0)
        {
            var added = removals.Select(r => string.Create(CultureInfo.InvariantCulture, $"{{tick: {r.Tick}, remove: seat, seat: {r.Seat}}}"));
            overrides.Add($"shocks=[{string.Join(", ", shocks.Select(Spell).Concat(added))}]");
        }

        return overrides;
    }

    private static string Spell(Shock shock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{tick: {shock.Tick}, remove: {ScenarioTree.Scalar(shock.Remove)}, count: {shock.Count}, seat: {shock.Seat}}}");

    // Numbers and flags as they are; all else in quotes, so that no text can be more than a value.
    private static string Scalar(string text) =>
        text is "true" or "false" || IsNumber(text)
            ? text
            : JsonValue.Create(text).ToJsonString();

    private static bool IsNumber(string text) =>
        text.Trim() == text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
