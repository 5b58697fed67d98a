using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Survival curves: bands, steps and marks where observations are censored. Where fewer than ten are at risk a curve is thin and pale.</summary>
internal static class SurvivalLines
{
    /// <summary>Observations at risk below which a curve is drawn thin.</summary>
    public const int FewAtRisk = 10;

    // More bands than this lie on one another and hide the curves; they are drawn fainter, and of many only the curves.
    private const int FewGroups = 4;
    private const int MostBands = 13;

    // With more groups the marks hide the line patterns by which the groups are told apart; the counts are in the table.
    private const int MostGroupsWithMarks = 8;

    /// <summary>Draws the curves, the bands below all of them.</summary>
    public static void Draw(Sheet sheet, PanelAxes axes, IReadOnlyList<SurvivalCurve> curves, float markSize)
    {
        foreach (var curve in curves.Count <= MostBands ? curves : [])
        {
            DrawBand(sheet, axes, curve, curves.Count <= FewGroups ? (byte)46 : (byte)26);
        }

        foreach (var curve in curves)
        {
            DrawSteps(sheet, axes, curve);
            DrawCensorMarks(sheet, axes, curve, curves.Count <= MostGroupsWithMarks ? markSize : 0);
        }
    }

    private static void DrawSteps(Sheet sheet, PanelAxes axes, SurvivalCurve curve)
    {
        List<SKPoint> certain = [new(axes.X(0), axes.Y(1))], thin = [];
        foreach (var row in curve.Rows.Where(r => r.Time <= axes.HorizonTicks))
        {
            var line = row.AtRisk >= FewAtRisk ? certain : thin;
            if (line.Count == 0)
            {
                line.Add(certain[^1]);
            }

            line.Add(new(axes.X(row.Time), line[^1].Y));
            line.Add(new(axes.X(row.Time), axes.Y(row.Survival)));
        }

        sheet.Line(certain, curve.Look.Line(1.7f));
        sheet.Line(thin, new Stroke(curve.Look.Colour.WithAlpha(150), 1, [3, 3]));
    }

    private static void DrawCensorMarks(Sheet sheet, PanelAxes axes, SurvivalCurve curve, float size)
    {
        foreach (var row in size > 0 ? curve.Rows.Where(r => r.Censored > 0 && r.Time <= axes.HorizonTicks) : [])
        {
            var (x, y) = (axes.X(row.Time), axes.Y(row.Survival));
            ChartFrame.Line(sheet, x, y - (size / 2), x, y + (size / 2), curve.Look.Colour, 0.6f);
        }
    }

    private static void DrawBand(Sheet sheet, PanelAxes axes, SurvivalCurve curve, byte opacity)
    {
        List<SKPoint> above = [new(axes.X(0), axes.Y(1))], below = [];
        var (lower, upper) = (1.0, 1.0);
        foreach (var row in curve.Rows.Where(r => r.Time <= axes.HorizonTicks))
        {
            above.Add(new(axes.X(row.Time), axes.Y(upper)));
            below.Add(new(axes.X(row.Time), axes.Y(lower)));
            (lower, upper) = row is { Lower: { } low, Upper: { } high } ? (low, high) : (lower, upper);
            above.Add(new(axes.X(row.Time), axes.Y(upper)));
            below.Add(new(axes.X(row.Time), axes.Y(lower)));
        }

        below.Reverse();
        sheet.Area([.. above, .. below], curve.Look.Colour.WithAlpha(opacity));
    }
}
