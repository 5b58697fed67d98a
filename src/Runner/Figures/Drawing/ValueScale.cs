using System.Globalization;
using ScottPlot.TickGenerators;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>A scale of values from one place on the figure to another, with round labels.</summary>
/// <param name="Low">Value at the start.</param>
/// <param name="High">Value at the end.</param>
/// <param name="Start">Place of <paramref name="Low"/>.</param>
/// <param name="End">Place of <paramref name="High"/>.</param>
internal sealed record ValueScale(double Low, double High, float Start, float End)
{
    // ScottPlot keeps a label of this width a fifth of it apart from the next: as many ticks fit as are asked for.
    private const float TickRoom = 60;
    private const float RoomFactor = 1.2f;
    private static readonly DecimalTickSpacingCalculator Spacing = new();

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

    /// <summary>The axis between two places, with round labels.</summary>
    public AxisTicks Axis(int most, float start, float end) => new(ValueAt(start), ValueAt(end), [.. Ticks(most)]);

    /// <summary>The axis of the scale with labels at whole numbers.</summary>
    public AxisTicks Axis(IEnumerable<int> numbers) => new(Low, High, [.. numbers.Select(k => ((double)k, Invariant($"{k}")))]);

    /// <summary>Round values by ScottPlot's rule, at most so many, with labels of equal precision.</summary>
    public IEnumerable<(double Value, string Label)> Ticks(int most)
    {
        double[] places = [.. Spacing.GenerateTickPositions(new(Low, High), new(most * TickRoom), new(TickRoom / RoomFactor))
            .Select(p => Math.Round(p, 12)).Where(p => p >= Low - (1e-9 * (High - Low)) && p <= High + (1e-9 * (High - Low)))];
        var digits = Enumerable.Range(0, 13).First(d => d == 12 || places.All(p => Math.Abs(Math.Round(p, d) - p) <= 1e-6 * (High - Low)));
        return places.Select(p => (p, (p == 0 ? 0 : p).ToString(Invariant($"F{digits}"), CultureInfo.InvariantCulture)));
    }

    private double ValueAt(float place) => Low + ((place - Start) / (End - Start) * (High - Low));
}
