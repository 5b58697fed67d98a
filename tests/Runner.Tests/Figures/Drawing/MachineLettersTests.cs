using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

/// <summary>Letters of another font on PNG and PDF. Braille counts as a letter that the figures' font lacks, and stands for all such letters here.</summary>
public sealed class MachineLettersTests
{
    private const string Letter = "\u283F";
    private const float Size = 20;
    private static readonly SKPoint At = new(50, 60);

    [Theory]
    [InlineData(SKTextAlign.Left, 0, 50, 70)]
    [InlineData(SKTextAlign.Center, 0, 40, 60)]
    [InlineData(SKTextAlign.Right, 0, 30, 50)]
    [InlineData(SKTextAlign.Center, -90, 30, 60)]
    public void A_letter_lies_in_a_blank_as_wide_as_the_font_is_high(SKTextAlign align, float degrees, float left, float right)
    {
        var ink = Ink(Dots(Letter, align, degrees, FigureFont.Typeface));
        Assert.InRange(ink.Left, left, right);
        Assert.InRange(ink.Right, left, right + 1);

        // Turned to the left it reads upwards, around the point.
        Assert.InRange(ink.MidY, degrees < 0 ? At.Y - 3 : At.Y - Size, degrees < 0 ? At.Y + 3 : At.Y);
        Assert.Equal(Size, TextStyle.Width(Letter, Size), 0.01);
    }

    [Fact]
    public void Words_after_it_make_room_and_stay_as_they_are()
    {
        var alone = Ink(Dots("l", SKTextAlign.Left, 0, FigureFont.Typeface));
        var after = Ink(Dots($"{Letter}l", SKTextAlign.Left, 0, FigureFont.Typeface));
        Assert.Equal(alone.Right + Size, after.Right, 1.0);
    }

    [Fact]
    public void Where_no_font_has_it_a_box_stays()
    {
        var sheet = new Sheet();
        sheet.Text($"a{Letter}b", At, Size, SKTextAlign.Left, SKColors.Black);
        Assert.Equal(Dots(canvas => PagePlot.Draw(sheet, new(100, 100), canvas)).Bytes, Dots($"a{Letter}b", SKTextAlign.Left, 0, null).Bytes);
    }

    [Fact]
    public void A_font_is_named_only_for_letters_that_it_has() => Assert.True(MachineFonts.With(new('a')) is not { } font || font.GetGlyph('a') != 0);

    private static SKBitmap Dots(string text, SKTextAlign align, float degrees, SKTypeface? other)
    {
        var sheet = new Sheet();
        sheet.Text(text, At, Size, align, SKColors.Black, degrees);
        return Dots(canvas => new MachineLetters(_ => other).Draw(sheet, new(100, 100), canvas));
    }

    private static SKBitmap Dots(Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(100, 100);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return bitmap;
    }

    private static SKRect Ink(SKBitmap bitmap)
    {
        (int X, int Y)[] dark =
            [.. from x in Enumerable.Range(0, bitmap.Width) from y in Enumerable.Range(0, bitmap.Height) where bitmap.GetPixel(x, y).Red < 200 select (x, y)];
        return new(dark.Min(d => d.X), dark.Min(d => d.Y), dark.Max(d => d.X) + 1, dark.Max(d => d.Y) + 1);
    }
}
