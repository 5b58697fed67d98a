using LeadershipSim.Runner.Figures.Drawing;
using ScottPlot;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Survival curves: bands and steps in a plot, and on it marks where observations are censored.</summary>
internal static class SurvivalLines
{
    // More bands than this lie on one another and hide the curves; they are drawn fainter.
    private const int FewGroups = 4;

    // With more groups the marks hide the line patterns by which the groups are told apart; the counts are in the table.
    private const int MostGroupsWithMarks = 8;

    /// <summary>Adds the curves, the bands below all of them.</summary>
    public static void AddTo(Plot plot, IReadOnlyList<SurvivalCurve> curves)
    {
        foreach (var curve in curves)
        {
            AddBand(plot, curve, curves.Count <= FewGroups ? 0.18 : 0.10);
        }

        foreach (var curve in curves)
        {
            AddSteps(plot, curve);
        }
    }

    /// <summary>
    /// Marks where observations are censored. The plotting library has markers of this shape, but leaves the path of each to the garbage
    /// collector, which now and then takes it back while it is being drawn: the process then ends without a word.
    /// </summary>
    /// <param name="canvas">The canvas, with the plot on it.</param>
    /// <param name="axes">The axes of the plot.</param>
    /// <param name="curves">The curves.</param>
    /// <param name="size">Height of a mark.</param>
    public static void DrawCensorMarks(SKCanvas canvas, PanelAxes axes, IReadOnlyList<SurvivalCurve> curves, float size)
    {
        foreach (var curve in curves.Count <= MostGroupsWithMarks ? curves : [])
        {
            var colour = SKColor.Parse(FigurePalette.Colour(curve.Style));
            foreach (var row in curve.Rows.Where(r => r.Censored > 0))
            {
                var (x, y) = (axes.X(row.Time), axes.Y(row.Survival));
                ChartFrame.Line(canvas, x, y - (size / 2), x, y + (size / 2), colour, 0.6f);
            }
        }
    }

    private static void AddSteps(Plot plot, SurvivalCurve curve)
    {
        if (curve.Rows.Count == 0)
        {
            return;
        }

        double[] times = [0, .. curve.Rows.Select(r => r.Time)];
        double[] shares = [1, .. curve.Rows.Select(r => r.Survival)];
        var line = plot.Add.ScatterLine(times, shares, new Color(FigurePalette.Colour(curve.Style)));
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.LineWidth = 1.6f;
        line.LinePattern = FigurePalette.Pattern(curve.Style);
    }

    private static void AddBand(Plot plot, SurvivalCurve curve, double opacity)
    {
        var corners = new List<Coordinates>();
        var back = new List<Coordinates>();
        var (lower, upper) = (1.0, 1.0);
        foreach (var row in curve.Rows)
        {
            // The plotting library fills between points only: the steps are drawn out.
            corners.Add(new(row.Time, upper));
            back.Add(new(row.Time, lower));
            if (row is { Lower: { } low, Upper: { } high })
            {
                (lower, upper) = (low, high);
            }

            corners.Add(new(row.Time, upper));
            back.Add(new(row.Time, lower));
        }

        if (corners.Count == 0)
        {
            return;
        }

        back.Reverse();
        var band = plot.Add.Polygon([new Coordinates(0, 1), .. corners, .. back]);
        band.FillColor = new Color(FigurePalette.Colour(curve.Style)).WithAlpha(opacity);
        band.LineWidth = 0;
    }
}
