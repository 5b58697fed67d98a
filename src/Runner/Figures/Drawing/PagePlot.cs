using ScottPlot;
using ScottPlot.DataSources;
using ScottPlot.Plottables;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// A sheet as a plot of ScottPlot: its axes run over the page in 96ths of an inch, each mark is a plottable, and each panel's axes are a plot
/// of their own inside of it.
/// </summary>
internal static class PagePlot
{
    // ScottPlot keeps fonts that threads share, and two of them have ended the process. Marks are made in parallel; one figure is drawn at a time.
    private static readonly Lock Drawing = new();

    /// <summary>Draws a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="canvas">Canvas of the graphics library: of dots, of an SVG or of a PDF.</param>
    public static void Draw(Sheet sheet, SKSize size, SKCanvas canvas)
    {
        lock (Drawing)
        {
            using var plot = Of(sheet, size);
            Render(plot, canvas, new PixelRect(0, size.Width, size.Height, 0), new RenderFigureBackground(), new Marks());
        }
    }

    /// <summary>Does what ScottPlot's render manager does, once and without clipping: it draws every new plot twice.</summary>
    public static void Render(Plot plot, SKCanvas canvas, PixelRect page, params IReadOnlyList<IRenderAction> actions)
    {
        using var pack = new RenderPack(plot, page, canvas);
        foreach (var action in (IReadOnlyList<IRenderAction>)[new ReplaceNullAxesWithDefaults(), new CalculateLayout(), .. actions])
        {
            action.Render(pack);
        }
    }

    private static Plot Of(Sheet sheet, SKSize size)
    {
        var plot = new Plot();
        plot.Layout.Frameless();

        // Pages are measured from the top.
        plot.Axes.SetLimits(0, size.Width, size.Height, 0);
        plot.PlottableList.AddRange(sheet.Marks.SelectMany(Plottables));
        return plot;
    }

    private static IEnumerable<IPlottable> Plottables(Mark mark) => mark switch
    {
        LineMark line =>
            [new Scatter(new ScatterSourceCoordinatesArray(Places(line.Points))) { LineStyle = Line(line.Stroke), MarkerStyle = MarkerStyle.None }],
        AreaMark area => [new Polygon(Places(area.Points)) { FillStyle = new FillStyle(Of(area.Fill)), LineStyle = LineStyle.None }],
        BoxMark { Box: var box } it =>
        [
            new Rectangle
            {
                X1 = box.Left, X2 = box.Right, Y1 = box.Top, Y2 = box.Bottom, FillStyle = new FillStyle(Of(it.Fill)), LineStyle = Line(it.Edge),
            },
        ],
        CircleMark circle => [Circle(circle)],
        TextMark text => [Words(text)],
        AxesMark axes => [new PanelPlot(axes)],
        _ => throw new ArgumentException($"mark is {mark.GetType().Name}, which has no plottable", nameof(mark)),
    };

    private static ScottPlot.Plottables.Marker Circle(CircleMark circle) => new()
    {
        Location = new(circle.Centre.X, circle.Centre.Y),
        MarkerStyle = new MarkerStyle(ScottPlot.MarkerShape.FilledCircle, 2 * circle.Radius)
        {
            FillStyle = new FillStyle(Of(circle.Fill)),
            OutlineStyle = Line(circle.Edge),
        },
    };

    private static Text Words(TextMark text)
    {
        // ScottPlot counts from the lowest descender, a sheet from the base line.
        var (below, turn) = (TextStyle.Descent(text.Size), text.Degrees * MathF.PI / 180);
        var words = new Text
        {
            Location = new(text.At.X - (below * MathF.Sin(turn)), text.At.Y + (below * MathF.Cos(turn))),
            LabelText = text.Text,
            LabelRotation = text.Degrees,
            LabelAlignment = text.Align switch
            {
                SKTextAlign.Center => Alignment.LowerCenter,
                SKTextAlign.Right => Alignment.LowerRight,
                _ => Alignment.LowerLeft,
            },
        };
        TextStyle.Apply(words.LabelStyle, text.Size, text.Colour);
        return words;
    }

    private static Coordinates[] Places(IReadOnlyList<SKPoint> points) => [.. points.Select(p => new Coordinates(p.X, p.Y))];

    private static Color Of(SKColor colour) => Color.FromSKColor(colour);

    private static LineStyle Line(Stroke? stroke) => stroke is null ? LineStyle.None
        : new(stroke.Width, Of(stroke.Colour), stroke.Dash is { Length: > 0 } dash ? new LinePattern(dash, 0, "") : LinePattern.Solid);

    // ScottPlot's own action clips every plottable to the data area, which is the page.
    private sealed class Marks : IRenderAction
    {
        public void Render(RenderPack rp)
        {
            foreach (var plottable in rp.Plot.PlottableList)
            {
                plottable.Axes.DataRect = rp.DataRect;
                plottable.Render(rp);
            }
        }
    }
}
