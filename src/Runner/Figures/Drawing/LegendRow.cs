using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>A legend that all panels share: samples and names from left to right, in as many lines as they need.</summary>
/// <param name="Entries">Names, and how to draw the sample left of each, in a box of 26 × 9.</param>
/// <param name="Width">Width to fill.</param>
internal sealed record LegendRow(IReadOnlyList<(string Name, Action<Sheet, SKRect> Sample)> Entries, float Width)
{
    private const float SampleWidth = 26;
    private const float Gap = 16;
    private const float Line = 16;

    /// <summary>Height of the legend.</summary>
    public float Height => Places().Select(p => p.Line).DefaultIfEmpty(-1).Max() * Line + Line;

    /// <summary>A legend of lines.</summary>
    public static LegendRow OfLines(IReadOnlyList<(string Name, ArmLook Look)> groups, float width) =>
        new([.. groups.Select(g => (TextStyle.Fitting(g.Name, width / 3), ArmSample(g.Look)))], width);

    /// <summary>A legend of points.</summary>
    public static LegendRow OfPoints(IReadOnlyList<(string Name, ArmLook Look)> groups, float width) =>
        new([.. groups.Select(g =>
            (TextStyle.Fitting(g.Name, width / 3), (Action<Sheet, SKRect>)((sheet, box) => Marker.Draw(sheet, g.Look, new(box.MidX, box.MidY)))))], width);

    /// <summary>A legend of filled areas.</summary>
    public static LegendRow OfAreas(IReadOnlyList<(string Name, string Colour)> areas, float width) =>
        new([.. areas.Select(a => (a.Name, AreaSample(a.Colour)))], width);

    /// <summary>Draws the legend.</summary>
    public void Draw(Sheet sheet, float left, float top)
    {
        foreach (var (entry, (x, line)) in Entries.Zip(Places()))
        {
            var y = top + line * Line;
            entry.Sample(sheet, SKRect.Create(left + x, y + 3, SampleWidth, 9));
            TextStyle.Draw(sheet, entry.Name, left + x + SampleWidth + 5, y + 11.5f, TextStyle.Small);
        }
    }

    /// <summary>A line of a style.</summary>
    public static Action<Sheet, SKRect> LineSample(int style) => (sheet, box) =>
    {
        sheet.Line(box.Left, box.MidY, box.Right, box.MidY, FigurePalette.Line(style, 1.8f));
    };

    /// <summary>A line with the point of an arm.</summary>
    public static Action<Sheet, SKRect> ArmSample(ArmLook look) => (sheet, box) => sheet.Line(box.Left, box.MidY, box.Right, box.MidY, look.Line(1.8f));

    /// <summary>A filled area.</summary>
    public static Action<Sheet, SKRect> AreaSample(string colour) => (sheet, box) =>
    {
        sheet.Box(box, SKColor.Parse(colour), new Stroke(FigurePalette.Frame, 0.6f));
    };

    private IEnumerable<(float X, int Line)> Places()
    {
        var (x, line) = (0f, 0);
        foreach (var (name, _) in Entries)
        {
            var width = SampleWidth + 5 + TextStyle.Width(name, TextStyle.Small);
            if (x > 0 && x + width > Width)
            {
                (x, line) = (0, line + 1);
            }

            yield return (x, line);
            x += width + Gap;
        }
    }
}
