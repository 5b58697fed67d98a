using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>The key of a scale of colours: a bar with labels.</summary>
/// <param name="Name">What the colours show.</param>
/// <param name="Low">Value of the lower end.</param>
/// <param name="High">Value of the upper end.</param>
/// <param name="Colour">Colour of a share of the way from low to high.</param>
/// <param name="Lines">Values at which contours are drawn.</param>
internal sealed record ColourKey(string Name, double Low, double High, Func<double, SKColor> Colour, IReadOnlyList<double> Lines)
{
    private const int Steps = 32;

    /// <summary>The colour of a value.</summary>
    public SKColor Of(double value) => Colour(High > Low ? (value - Low) / (High - Low) : 0.5);

    /// <summary>Room to the right of the bar's left edge.</summary>
    public const float Room = 82;

    private const float Longest = 220;
    private const int NameLines = 2;

    /// <summary>Draws the bar, with labels and its name to its right.</summary>
    public void Draw(Sheet sheet, SKRect bar)
    {
        bar = bar with { Bottom = Math.Min(bar.Bottom, bar.Top + Longest) };
        var height = bar.Height / Steps;
        for (var k = 0; k < Steps; k++)
        {
            sheet.Box(SKRect.Create(bar.Left, bar.Bottom - ((k + 1) * height) - 0.2f, bar.Width, height + 0.4f), Colour((k + 0.5) / Steps));
        }

        sheet.Box(bar, SKColors.Transparent, new Stroke(FigurePalette.Frame, 0.8f));
        var scale = new ValueScale(Low, High > Low ? High : Low + 1, bar.Bottom, bar.Top);
        foreach (var (value, label) in scale.Ticks(bar.Height < 90 ? 3 : 5))
        {
            ChartFrame.Line(sheet, bar.Right, scale.At(value), bar.Right + 3, scale.At(value), FigurePalette.Frame, 0.8f);
            TextStyle.Draw(sheet, label, bar.Right + 5, scale.At(value) + 4, TextStyle.Small);
        }

        foreach (var line in Lines.Where(l => l > Low && l < High))
        {
            ChartFrame.Line(sheet, bar.Left, scale.At(line), bar.Right, scale.At(line), SKColors.Black, 1);
        }

        TextStyle.DrawLinesUpwards(sheet, TextStyle.Wrapped(Name, bar.Height, NameLines), bar.Left + Room - 14, bar.MidY, TextStyle.Small);
    }
}
