using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Sizes of text, in 96ths of an inch, and the drawing of it. Nothing is smaller than 8 points when a figure is printed at its size.</summary>
internal static class TextStyle
{
    /// <summary>8 points: ticks, tables, legends.</summary>
    public const float Small = 32f / 3;

    /// <summary>9 points: axis labels, panel headings.</summary>
    public const float Label = 12;

    /// <summary>Height of a line of small text.</summary>
    public const float LineHeight = 13.5f;

    /// <summary>Draws one line of text; <paramref name="y"/> is its base line.</summary>
    public static void Draw(SKCanvas canvas, string text, float x, float y, float size, SKTextAlign align = SKTextAlign.Left, SKColor? colour = null)
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = colour ?? FigurePalette.Ink, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Draws one line of text upwards, centred at a point, as beside a vertical axis.</summary>
    public static void DrawUpwards(SKCanvas canvas, string text, float x, float y, float size)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(-90);
        Draw(canvas, text, 0, 0, size, SKTextAlign.Center);
        canvas.Restore();
    }

    /// <summary>Width of a line of text.</summary>
    public static float Width(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    private static SKFont Font(float size) => new(FigureFont.Typeface, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
}
