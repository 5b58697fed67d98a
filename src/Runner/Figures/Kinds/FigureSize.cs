using System.Globalization;
using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>The size a figure is asked for at.</summary>
/// <param name="Width">Width, in 96ths of an inch.</param>
/// <param name="Height">Height; null: what the content needs.</param>
internal sealed record FigureSize(float Width, float? Height)
{
    private const float UnitsPerMillimetre = 96 / 25.4f;
    private const double Least = 60;
    private const double Most = 400;

    /// <summary>Reads a size.</summary>
    /// <exception cref="FigureRefusal">It is not a size.</exception>
    public static FigureSize Parse(string text)
    {
        var parts = text.Replace("mm", "", StringComparison.OrdinalIgnoreCase).Split('x', 'X', '×');
        double?[] sides = [.. parts.Select(p =>
            double.TryParse(p.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var mm) && mm is >= Least and <= Most ? mm : (double?)null)];
        return sides.Length is 1 or 2 && sides.All(s => s is not null)
            ? new((float)sides[0]!.Value * UnitsPerMillimetre, sides.Length == 2 ? (float)sides[1]!.Value * UnitsPerMillimetre : null)
            : throw new FigureRefusal(Invariant($"size is {text}; allowed are 85mm (a column), 170mm (a page) or width x height as 120x80mm, each side from {Least} to {Most} mm"));
    }

    /// <summary>The figure at the size: laid out for the width; where it is taller than asked for, it is made smaller as a whole.</summary>
    public IFigure Of(IFigure figure)
    {
        var laidOut = figure.At(Width);
        return Height is { } height ? new FramedFigure(laidOut, new SKSize(Width, height)) : laidOut;
    }
}
