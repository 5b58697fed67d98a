using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Letters that the figures' font lacks, on PNG and PDF: another font's letters, in the place of blanks as wide as the font is high. A letter that no font
/// has stays a box. (An SVG holds the letters themselves.)
/// </summary>
/// <param name="fontWith">Finds another font that has a letter.</param>
internal sealed class MachineLetters(Func<Rune, SKTypeface?> fontWith)
{
    /// <summary>Draws a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="canvas">Canvas of dots or of a PDF.</param>
    public void Draw(Sheet sheet, SKSize size, SKCanvas canvas)
    {
        TextMark[] lacking = [.. sheet.Marks.OfType<TextMark>().Where(t => Blanked(t.Text) != t.Text)];
        var blanked = new Sheet();
        blanked.Add(sheet.Marks.Select(mark => mark is TextMark text && lacking.Contains(text) ? text with { Text = Blanked(text.Text) } : mark));
        PagePlot.Draw(blanked, size, canvas);
        foreach (var text in lacking)
        {
            DrawLetters(text, canvas);
        }
    }

    private void DrawLetters(TextMark text, SKCanvas canvas)
    {
        using var own = TextStyle.Font(text.Size);
        string[] letters = [.. UnknownLetters.Of(text.Text)];
        var width = own.MeasureText(Blanked(text.Text));
        var x = text.Align switch { SKTextAlign.Center => -width / 2, SKTextAlign.Right => -width, _ => 0 };
        canvas.Save();
        canvas.Translate(text.At);
        canvas.RotateDegrees(text.Degrees);
        foreach (var letter in letters)
        {
            if (FontOf(letter) is { } font)
            {
                DrawLetter(letter, font, x, text, canvas);
            }

            x += own.MeasureText(Blanked(letter));
        }

        canvas.Restore();
    }

    // In the middle of its blank, and no wider.
    private static void DrawLetter(string letter, SKTypeface typeface, float x, TextMark text, SKCanvas canvas)
    {
        using var font = new SKFont(typeface, text.Size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = text.Colour, IsAntialias = true };
        using var shaper = new SKShaper(typeface);
        var width = shaper.Shape(letter, font).Width;
        if (width > text.Size)
        {
            font.Size *= text.Size / width;
            width = text.Size;
        }

        canvas.DrawShapedText(shaper, letter, x + ((text.Size - width) / 2), 0, font, paint);
    }

    private string Blanked(string text) =>
        text.All(char.IsAscii) ? text : string.Concat(UnknownLetters.Of(text).Select(l => FontOf(l) is null ? l : UnknownLetters.Blank));

    private SKTypeface? FontOf(string letter) => UnknownLetters.IsKnown(letter) ? null : fontWith(letter.EnumerateRunes().First());
}
