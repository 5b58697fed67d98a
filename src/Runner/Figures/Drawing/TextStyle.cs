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

    private const string Ellipsis = "…";

    /// <summary>Draws one line of text; <paramref name="y"/> is its base line.</summary>
    public static void Draw(Sheet sheet, string text, float x, float y, float size, SKTextAlign align = SKTextAlign.Left, SKColor? colour = null) =>
        sheet.Text(text, new(x, y), size, align, colour ?? FigurePalette.Ink);

    /// <summary>Draws one line of text upwards, centred at a point, as beside a vertical axis.</summary>
    public static void DrawUpwards(Sheet sheet, string text, float x, float y, float size) =>
        sheet.Text(text, new(x, y), size, SKTextAlign.Center, FigurePalette.Ink, -90);

    /// <summary>Draws lines of text below one another; <paramref name="y"/> is the base line of the first.</summary>
    public static void DrawLines(Sheet sheet, IReadOnlyList<string> lines, float x, float y, float size, SKTextAlign align = SKTextAlign.Left)
    {
        for (var k = 0; k < lines.Count; k++)
        {
            Draw(sheet, lines[k], x, y + (k * LineHeight), size, align);
        }
    }

    /// <summary>Draws lines of text upwards, the last one nearest to the axis at <paramref name="x"/>.</summary>
    public static void DrawLinesUpwards(Sheet sheet, IReadOnlyList<string> lines, float x, float y, float size)
    {
        for (var k = 0; k < lines.Count; k++)
        {
            DrawUpwards(sheet, lines[k], x - ((lines.Count - 1 - k) * LineHeight), y, size);
        }
    }

    /// <summary>Width of a line of text.</summary>
    public static float Width(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(UnknownLetters.Widened(text));
    }

    /// <summary>The text, shortened to a width: its beginning and its end are kept, as names that differ often do so at the end.</summary>
    public static string Fitting(string text, float width, float size = Small)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var letters = System.Globalization.StringInfo.ParseCombiningCharacters(text);
        for (var kept = letters.Length - 1; kept > 1; kept--)
        {
            var (head, tail) = ((kept * 2 / 3) + 1, kept - ((kept * 2 / 3) + 1));
            var shortened = text[..letters[Math.Min(head, letters.Length - 1)]].TrimEnd() + Ellipsis
                + (tail > 0 ? text[letters[letters.Length - tail]..].TrimStart() : "");
            if (Width(shortened, size) <= width)
            {
                return shortened;
            }
        }

        return Ellipsis;
    }

    /// <summary>
    /// The text in lines of at most a width, broken at blanks, after dots and between equal signs; at most so many lines, the last one
    /// shortened.
    /// </summary>
    public static IReadOnlyList<string> Wrapped(string text, float width, int mostLines, float size = Small)
    {
        List<string> lines = [];
        var rest = text;
        while (rest.Length > 0)
        {
            if (lines.Count == mostLines - 1 || Width(rest, size) <= width)
            {
                lines.Add(Fitting(rest, width, size));
                break;
            }

            var end = Enumerable.Range(1, rest.Length - 1).Where(k => rest[k] == ' ' || rest[k - 1] is '.' or '-' or '/')
                .Where(k => Width(rest[..k], size) <= width).DefaultIfEmpty(0).Max();
            if (end == 0)
            {
                // A single word that is too long: shortened, as a break inside would make two words of it.
                end = rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : rest.Length;
            }

            lines.Add(Fitting(rest[..end], width, size));
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    /// <summary>How far the lowest letter reaches below the base line, as ScottPlot counts it.</summary>
    public static float Descent(float size)
    {
        using var font = Font(size);
        return font.Metrics.Bottom;
    }

    /// <summary>Sets the font of a label of ScottPlot.</summary>
    public static void Apply(ScottPlot.LabelStyle label, float size, SKColor colour)
    {
        label.FontName = FigureFont.Family;
        label.Font = FigureFont.Typeface;
        label.FontSize = size;
        label.ForeColor = ScottPlot.Color.FromSKColor(colour);
        label.SubpixelText = true;
    }

    /// <summary>The font at a size.</summary>
    public static SKFont Font(float size) =>
        new(FigureFont.Typeface, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
}
