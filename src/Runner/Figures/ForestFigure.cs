using System.Globalization;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Paired;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Paired contrasts: a row an arm, differences to the reference as points with intervals, the numbers beside them.</summary>
internal sealed record ForestFigure : IFigure
{
    private const float RowHeight = 22;
    private const float Top = 26;
    private const float NumbersRoom = 126;

    /// <inheritdoc/>
    public string Name { get; init; } = "forest";

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The contrasts.</summary>
    public required IReadOnlyList<OutlivingContrast> Contrasts { get; init; }

    /// <summary>Looks of the arms.</summary>
    public required IReadOnlyDictionary<string, ArmLook> Looks { get; init; }

    /// <summary>τ of the restricted mean, in ticks.</summary>
    public required int RestrictedMeanTicks { get; init; }

    /// <summary>Ticks after the exit at which programs are looked at.</summary>
    public required int LandmarkTicks { get; init; }

    /// <inheritdoc/>
    public SKSize Size =>
        new(PageWidth, (2 * PanelLayout.Margin) + Top + (RowHeight * Contrasts.Count * (IsStacked ? 2 : 1))
        + (IsStacked ? Top + ChartFrame.RoomBelow : 0) + ChartFrame.RoomBelow);

    /// <inheritdoc/>
    public string Caption => Invariant($"Differences from {Contrasts[0].Second}, replicate by replicate ({Contrasts.Max(c => c.Replicates)} replicates): share alive {LandmarkTicks} ticks after the exit, and mean ticks lived up to {RestrictedMeanTicks} after it. Points: estimates; lines: 95 % percentile intervals from resampling replicates. Lines that do not cross 0 tell the arm from the reference.{InFull}");

    /// <inheritdoc/>
    public string AltText => "Points with intervals. " + string.Join(" ", Contrasts.Select(c => $"{c.First} less {c.Second}: share alive {Numbers(c.Outlives, "0.00")}, mean life {Numbers(c.RestrictedMean, "0.0")} ticks."));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("arm", "reference", "measure", "difference", "lower95", "upper95", "replicates");
            foreach (var c in Contrasts)
            {
                table.Add(c.First, c.Second, "shareAlive", c.Outlives.Difference, c.Outlives.Percentile?.Lower, c.Outlives.Percentile?.Upper, c.Replicates);
                table.Add(c.First, c.Second, "restrictedMean", c.RestrictedMean.Difference, c.RestrictedMean.Percentile?.Lower,
                    c.RestrictedMean.Percentile?.Upper,
                    c.Replicates);
            }

            return table;
        }
    }

    // A column of a journal has room for one measure beside the names.
    private bool IsStacked => PageWidth < 500;

    private float NameRoom => MathF.Min(PageWidth / 5, Contrasts.Max(c => TextStyle.Width(c.First, TextStyle.Small)) + 20);

    private string InFull
    {
        get
        {
            string[] names = [.. Contrasts.Select(c => c.First).Where(n => TextStyle.Width(n, TextStyle.Small) > PanelLayout.UsualWidth / 5)];
            return names.Length == 0 ? "" : $" In full: {string.Join("; ", names)}.";
        }
    }

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var left = PanelLayout.Margin + NameRoom;
        var width = PageWidth - PanelLayout.Margin - left;
        var (half, top) = (IsStacked ? width : width / 2, PanelLayout.Margin + Top);
        var rows = Contrasts.Count * RowHeight;
        DrawMeasure(sheet, SKRect.Create(left, top, half - NumbersRoom, rows), "Share alive", "Difference of shares", c => c.Outlives, "0.00", withNames: true);
        var second = IsStacked ? new SKPoint(left, top + rows + ChartFrame.RoomBelow + Top) : new SKPoint(left + half + 12, top);
        DrawMeasure(sheet, SKRect.Create(second.X, second.Y, half - NumbersRoom - (IsStacked ? 0 : 12), rows), "Mean life", "Difference, ticks", c =>
            c.RestrictedMean, "0.0", withNames: IsStacked);
    }

    private void DrawMeasure(Sheet sheet, SKRect area, string heading, string axis, Func<OutlivingContrast, PairedDifference> of, string format,
        bool withNames)
    {
        var scale = ValueScale.Holding(Contrasts.Select(of).SelectMany(d => new[] { d.Difference, d.Percentile?.Lower, d.Percentile?.Upper }),
            withZero: true, area.Left + 6, area.Right - 6);
        var frame = new ChartFrame(area);
        TextStyle.Draw(sheet, heading, area.Left, area.Top - 10, TextStyle.Label);
        TextStyle.Draw(sheet, "difference [95 %]", area.Right + NumbersRoom - 6, area.Top - 10, TextStyle.Small, SKTextAlign.Right, FigurePalette.Frame);
        frame.Horizontal(sheet, scale, axis, most: 4);
        ChartFrame.Line(sheet, scale.At(0), area.Top, scale.At(0), area.Bottom, FigurePalette.Frame, 1);
        for (var k = 0; k < Contrasts.Count; k++)
        {
            var (contrast, y) = (Contrasts[k], area.Top + ((k + 0.5f) * RowHeight));
            var (difference, look) = (of(contrast), Looks[contrast.First]);
            if (withNames)
            {
                TextStyle.Draw(sheet, TextStyle.Fitting(contrast.First, NameRoom - 12), area.Left - 10, y + 4, TextStyle.Small, SKTextAlign.Right);
            }

            if (difference is { Percentile: { } interval })
            {
                sheet.Line(scale.At(interval.Lower), y, scale.At(interval.Upper), y, new Stroke(look.Colour, 1.4f));
            }

            if (difference.Difference is { } estimate)
            {
                Marker.Draw(sheet, look, new(scale.At(estimate), y), 4);
            }

            TextStyle.Draw(sheet, Numbers(difference, format), area.Right + NumbersRoom - 6, y + 4, TextStyle.Small, SKTextAlign.Right);
        }

        ChartFrame.Line(sheet, area.Left, area.Bottom, area.Right, area.Bottom, FigurePalette.Frame, 0.8f);
    }

    private static string Numbers(PairedDifference difference, string format)
    {
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
        return difference.Difference is not { } estimate ? "not known"
            : difference.Percentile is { } interval ? $"{Text(estimate)} [{Text(interval.Lower)}, {Text(interval.Upper)}]"
            : Text(estimate);
    }
}
