using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Drawing;

public class FigureFontTests
{
    [Fact]
    public void The_font_comes_with_the_program()
    {
        Assert.Equal("DejaVu Sans", FigureFont.Typeface.FamilyName);
        Assert.StartsWith("@font-face{font-family:'DejaVu Sans';src:url(data:font/woff2;base64,", FigureFont.FontFaceRule(), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_leave_dark_pixels_beside_the_axes()
    {
        var figure = SampleFigures.Occupation(1, 1, wrapped: true);
        using var image = SKBitmap.Decode(FigureRaster.Png(figure));

        // Left of the data area stand the axis label and the tick labels; without a font this strip holds tick marks only.
        var strip = Count(image, fromX: 0, toX: 140);

        Assert.True(strip > 1500, $"only {strip} dark pixels in the room for labels");
    }

    [Fact]
    public void An_svg_asks_for_this_font_only_and_carries_it()
    {
        var svg = FigureSvg.Standalone(SampleFigures.Survival(2, 1, 1));

        Assert.Contains("@font-face", svg, StringComparison.Ordinal);
        Assert.DoesNotMatch("font-family=\"(?!DejaVu Sans, Verdana, sans-serif\")", svg);
    }

    [Fact]
    public void A_figure_drawn_twice_has_the_same_bytes()
    {
        Assert.Equal(FigureSvg.Standalone(SampleFigures.Survival(6, 4, 2)), FigureSvg.Standalone(SampleFigures.Survival(6, 4, 2)));
        Assert.Equal(FigureRaster.Png(SampleFigures.Occupation(2, 2, false)), FigureRaster.Png(SampleFigures.Occupation(2, 2, false)));
    }

    private static int Count(SKBitmap image, int fromX, int toX)
    {
        var dark = 0;
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = fromX; x < toX; x++)
            {
                dark += image.GetPixel(x, y).Red < 128 ? 1 : 0;
            }
        }

        return dark;
    }
}
