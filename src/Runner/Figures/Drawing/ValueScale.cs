using System.Globalization;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>A scale of values from one place on the figure to another, with round labels.</summary>
/// <param name="Low">Value at the start.</param>
/// <param name="High">Value at the end.</param>
/// <param name="Start">Place of <paramref name="Low"/>.</param>
/// <param name="End">Place of <paramref name="High"/>.</param>
internal sealed record ValueScale(double Low, double High, float Start, float End)
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <summary>A scale that holds some values, with a little room, and 0 where that is asked for.</summary>
    public static ValueScale Holding(IEnumerable<double?> values, bool withZero, float start, float end)
    {
        double[] known = [.. values.OfType<double>().Where(double.IsFinite)];
        var (low, high) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        (low, high) = withZero ? (Math.Min(0, low), Math.Max(0, high)) : (low, high);
        var room = high > low ? 0.04 * (high - low) : Math.Max(0.5, Math.Abs(high) / 10);
        return new(withZero && low == 0 && high > 0 ? 0 : low - room, withZero && high == 0 && low < 0 ? 0 : high + room, start, end);
    }

    /// <summary>Where a value lies on the figure.</summary>
    public float At(double value) => Start + ((float)((value - Low) / (High - Low)) * (End - Start));

    /// <summary>Round values, at most so many, with their labels.</summary>
    public IEnumerable<(double Value, string Label)> Ticks(int most)
    {
        var rough = (High - Low) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * Steps.First(s => s * power >= rough * (1 - 1e-9));
        var digits = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        for (var k = Math.Ceiling((Low / step) - 1e-9); k * step <= High + (1e-9 * step); k++)
        {
            yield return (k * step, (k == 0 ? 0 : k * step).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }
    }
}
