using System.Globalization;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Labels of levels: numbers with as few digits as tell them apart, other names as they are.</summary>
internal static class LevelLabels
{
    private const int FewestDigits = 3;
    private const int MostDigits = 17;

    /// <summary>The label of each level.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> levels)
    {
        string[] distinct = [.. levels.Distinct()];
        double?[] numbers = [.. distinct.Select(Number)];
        if (numbers.Any(n => n is null))
        {
            return distinct.ToDictionary(l => l, l => l, StringComparer.Ordinal);
        }

        string[] labels = [];
        for (var digits = FewestDigits; digits <= MostDigits; digits++)
        {
            labels = [.. numbers.Select(n => Spelled(n!.Value, digits))];
            if (labels.Distinct().Count() == labels.Length)
            {
                break;
            }
        }

        return distinct.Zip(labels).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
    }

    /// <summary>The number that a level is; null when it is a name.</summary>
    public static double? Number(string level) =>
        double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Spelled(double number, int digits) =>
        Invariant($"{double.Parse(number.ToString("G" + Invariant($"{digits}"), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)}");
}
