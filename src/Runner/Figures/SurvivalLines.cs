using ScottPlot;

namespace LeadershipSim.Runner.Figures;

/// <summary>Adds survival curves to a plot: bands, steps, marks where observations are censored.</summary>
internal static class SurvivalLines
{
    // More bands than this lie on one another and hide the curves; they are drawn fainter.
    private const int FewGroups = 4;

    // With more groups the marks hide the line patterns by which the groups are told apart; the counts are in the table.
    private const int MostGroupsWithMarks = 8;

    /// <summary>Adds the curves, the bands below all of them.</summary>
    public static void AddTo(Plot plot, IReadOnlyList<SurvivalCurve> curves, float markSize)
    {
        foreach (var curve in curves)
        {
            AddBand(plot, curve, curves.Count <= FewGroups ? 0.18 : 0.10);
        }

        foreach (var curve in curves)
        {
            AddSteps(plot, curve);
            if (curves.Count <= MostGroupsWithMarks)
            {
                AddCensorMarks(plot, curve, markSize);
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
        var line = plot.Add.ScatterLine(times, shares, new Color(Palette.Colour(curve.Style)));
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.LineWidth = 1.6f;
        line.LinePattern = Palette.Pattern(curve.Style);
    }

    private static void AddCensorMarks(Plot plot, SurvivalCurve curve, float size)
    {
        var censored = curve.Rows.Where(r => r.Censored > 0).ToArray();
        if (censored.Length == 0)
        {
            return;
        }

        var colour = new Color(Palette.Colour(curve.Style));
        var times = censored.Select(r => r.Time).ToArray();
        var shares = censored.Select(r => r.Survival).ToArray();
        var marks = plot.Add.Markers(times, shares, MarkerShape.VerticalBar, size, colour);
        marks.MarkerLineWidth = 0.6f;
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
        band.FillColor = new Color(Palette.Colour(curve.Style)).WithAlpha(opacity);
        band.LineWidth = 0;
    }
}
