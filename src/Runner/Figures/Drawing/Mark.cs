using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>One thing on a sheet.</summary>
internal abstract record Mark;

/// <summary>A line through points.</summary>
/// <param name="Points">The points.</param>
/// <param name="Stroke">How it is drawn.</param>
internal sealed record LineMark(IReadOnlyList<SKPoint> Points, Stroke Stroke) : Mark;

/// <summary>A filled polygon.</summary>
/// <param name="Points">Its corners.</param>
/// <param name="Fill">Colour inside.</param>
internal sealed record AreaMark(IReadOnlyList<SKPoint> Points, SKColor Fill) : Mark;

/// <summary>A rectangle.</summary>
/// <param name="Box">Where it lies.</param>
/// <param name="Fill">Colour inside.</param>
/// <param name="Edge">Its edge; null: none.</param>
internal sealed record BoxMark(SKRect Box, SKColor Fill, Stroke? Edge) : Mark;

/// <summary>A circle.</summary>
/// <param name="Centre">Centre.</param>
/// <param name="Radius">Radius.</param>
/// <param name="Fill">Colour inside.</param>
/// <param name="Edge">Its edge; null: none.</param>
internal sealed record CircleMark(SKPoint Centre, float Radius, SKColor Fill, Stroke? Edge) : Mark;

/// <summary>One line of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">Where its base line starts, has its middle or ends, as <paramref name="Align"/> says.</param>
/// <param name="Size">Size.</param>
/// <param name="Align">What lies at <paramref name="At"/>.</param>
/// <param name="Colour">Colour.</param>
/// <param name="Degrees">By how much it is turned, clockwise.</param>
internal sealed record TextMark(string Text, SKPoint At, float Size, SKTextAlign Align, SKColor Colour, float Degrees) : Mark;

/// <summary>Axes of a panel, or one of them, or their frame.</summary>
/// <param name="Area">The data area.</param>
/// <param name="Across">The horizontal axis; null: none.</param>
/// <param name="Up">The vertical axis; null: none.</param>
/// <param name="HasFrame">Whether the left and the lower edge are drawn.</param>
/// <param name="Scale">By how much labels and lines are made smaller.</param>
internal sealed record AxesMark(SKRect Area, AxisTicks? Across, AxisTicks? Up, bool HasFrame = false, float Scale = 1) : Mark;

/// <summary>An axis: its ends, and where its grid lines and labels are.</summary>
/// <param name="Low">Value at the left or lower end.</param>
/// <param name="High">Value at the other end.</param>
/// <param name="Ticks">Values and their labels; a grid line without words has an empty one.</param>
internal sealed record AxisTicks(double Low, double High, IReadOnlyList<(double Value, string Label)> Ticks)
{
    /// <summary>The axis with other words.</summary>
    public AxisTicks Worded(Func<string, string> word) => this with { Ticks = [.. Ticks.Select(t => (t.Value, word(t.Label)))] };
}

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">Colour.</param>
/// <param name="Width">Width.</param>
/// <param name="Dash">Lengths of dashes and gaps; null or empty: none.</param>
public sealed record Stroke(SKColor Colour, float Width, float[]? Dash = null);
