using System.Globalization;

namespace LeadershipSim.Analysis.Survival;

/// <summary>The order of group names: numbers by value and before texts, texts by their characters.</summary>
public sealed class GroupOrder : IComparer<string>
{
    private GroupOrder()
    {
    }

    /// <summary>The one order.</summary>
    public static GroupOrder Natural { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => (NumberOf(x), NumberOf(y)) switch
    {
        ({ } a, { } b) when a != b => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(x, y),
    };

    private static double? NumberOf(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number : null;
}
