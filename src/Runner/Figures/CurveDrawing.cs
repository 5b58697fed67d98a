using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Draws one curve on the scales of its panel.</summary>
internal static class CurveDrawing
{
    // Of fewer runs a value says little: drawn thin, as in survival curves.
    private const int FewRuns = SurvivalLines.FewAtRisk;

    /// <summary>The band of a curve, or whiskers at its points.</summary>
    public static void Band(Sheet sheet, ValueScale across, ValueScale up, Curve curve)
    {
        var points = curve.Points.Where(p => p is { Low: not null, High: not null }).ToArray();
        if (curve.Band is { } colour)
        {
            var above = Path(points.Select(p => (p.X, p.High!.Value)), across, up, curve.IsStepped);
            var below = Path(points.Select(p => (p.X, p.Low!.Value)), across, up, curve.IsStepped);
            below.Reverse();
            sheet.Area([.. above, .. below], colour);
            return;
        }

        foreach (var point in points)
        {
            ChartFrame.Line(sheet, across.At(point.X), up.At(point.Low!.Value), across.At(point.X), up.At(point.High!.Value), curve.Marked?.Colour
                ?? FigurePalette.Ink, 1.2f);
        }
    }

    /// <summary>Its line and its points.</summary>
    public static void Line(Sheet sheet, ValueScale across, ValueScale up, Curve curve)
    {
        if (curve.Stroke is { } stroke)
        {
            // What comes after the last point of many runs is thin; counts that grow start thin.
            var certain = Path(curve.Points.Where(p => p.Count >= FewRuns).Select(p => (p.X, p.Y)), across, up, curve.IsStepped);
            sheet.Line(certain, stroke);
            var last = Enumerable.Range(0, curve.Points.Count).LastOrDefault(k => curve.Points[k].Count >= FewRuns, -1);
            sheet.Line(Path(curve.Points.Skip(Math.Max(0, last)).Select(p => (p.X, p.Y)), across, up, curve.IsStepped),
                new Stroke(stroke.Colour.WithAlpha(150), Math.Min(1, stroke.Width), [3, 3]));
        }

        foreach (var point in curve.Marked is { } ? curve.Points : [])
        {
            Marker.Draw(sheet, curve.Marked!, new(across.At(point.X), up.At(point.Y)));
        }
    }

    // At most two points a dot: more are not seen and make the file large.
    private static List<SKPoint> Path(IEnumerable<(double X, double Y)> values, ValueScale across, ValueScale up, bool isStepped)
    {
        const float least = 0.4f;
        var path = new List<SKPoint>();
        SKPoint? skipped = null;
        foreach (var (x, y) in values.Where(v => double.IsFinite(v.Y)))
        {
            var at = new SKPoint(across.At(x), up.At(y));
            if (path.Count > 0 && at.X - path[^1].X < least && Math.Abs(at.Y - path[^1].Y) < least)
            {
                skipped = at;
                continue;
            }

            if (isStepped && path.Count > 0)
            {
                path.Add(new(at.X, path[^1].Y));
            }

            path.Add(at);
            skipped = null;
        }

        return skipped is { } end ? [.. path, end] : path;
    }
}
