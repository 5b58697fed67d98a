using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>The posterior of each parameter as bars over its prior, which is level on axes of equal prior probability.</summary>
internal sealed record PosteriorFigure : IFigure
{
    // The bins by which the overlap of posterior and prior is measured.
    private const int Bins = PosteriorSummary.Bins;

    /// <inheritdoc/>
    public string Name => "posterior";

    /// <summary>The result.</summary>
    public required CalibrationResult Result { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => Grid.Size;

    /// <inheritdoc/>
    public string Caption =>
        $"{(Result.RulesOut ? "Positions that are not ruled out" : "Posterior")} (bars) against the prior (dashed, level 1) of each parameter. Equal lengths of an axis have equal prior probability, labels are values; "
        + Invariant($"grey line: median, grey bar below: 95 % interval. Effective sample size {Result.Sample.EffectiveSize:0}.");

    /// <inheritdoc/>
    public string AltText => "Histograms of the posterior over the prior. " + string.Join(" ", Result.Parameters.Select(p => Invariant(
        $"{p.Path}: median {p.Posterior.Median:G3}, 95 % interval {p.Posterior.Lower95:G3} to {p.Posterior.Upper95:G3}, overlap with the prior {p.Posterior.Overlap:0.00}.")));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("parameter", "from", "to", "posteriorDensity", "priorDensity");
            for (var k = 0; k < Result.Parameters.Count; k++)
            {
                var (heights, prior) = (Heights(k), Result.Spec.Priors[k]);
                for (var b = 0; b < Bins; b++)
                {
                    table.Add(prior.Path, CalibrationResult.ValueAt(prior, (double)b / Bins), CalibrationResult.ValueAt(prior, (b + 1.0) / Bins),
                        heights[b], 1);
                }
            }

            return table;
        }
    }

    private PanelGrid Grid => new(PageWidth, Result.Parameters.Count, 2, 190, Legend.Height + 4);

    private LegendRow Legend => new(
        [
            (Result.RulesOut ? "not ruled out" : "posterior", LegendRow.AreaSample(FigurePalette.Colour(0))),
            ("prior", LegendRow.LineSample(1)),
            ("median, 95 % interval", MedianSample),
        ],
        PageWidth - (2 * PanelLayout.Margin));

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        Legend.Draw(sheet, PanelGrid.Corner.X, PanelGrid.Corner.Y);
        for (var k = 0; k < Result.Parameters.Count; k++)
        {
            DrawPanel(sheet, k, Grid.Area(k));
        }
    }

    private void DrawPanel(Sheet sheet, int k, SKRect area)
    {
        var heights = Heights(k);
        var across = new PriorScale(Result.Spec.Priors[k], area.Left, area.Right);
        var up = new ValueScale(0, Math.Max(1.2, 1.08 * heights.Max()), area.Bottom, area.Top);
        var frame = new ChartFrame(area);
        frame.Horizontal(sheet, across.Axis(withQuarters: true), Result.Parameters[k].Path);
        frame.Vertical(sheet, up, "Density, prior = 1", most: 4);
        for (var b = 0; b < Bins; b++)
        {
            ChartFrame.Bar(sheet, new(across.At((double)b / Bins) + 0.5f, up.At(heights[b]), across.At((b + 1.0) / Bins) - 0.5f, area.Bottom),
                SKColor.Parse(FigurePalette.Colour(0)).WithAlpha(200));
        }

        var shares = Result.Sample.Parameter(k);
        var median = across.At(shares.Quantile(0.5));
        ChartFrame.Line(sheet, median, area.Top, median, area.Bottom, FigurePalette.Frame, 1);
        ChartFrame.Bar(sheet, new(across.At(shares.Quantile(0.025)), area.Bottom - 3, across.At(shares.Quantile(0.975)), area.Bottom), FigurePalette.Frame);
        sheet.Line(area.Left, up.At(1), area.Right, up.At(1), FigurePalette.Line(1, 1.4f));
        frame.Edges(sheet);
    }

    private static void MedianSample(Sheet sheet, SKRect box)
    {
        ChartFrame.Line(sheet, box.MidX, box.Top, box.MidX, box.Bottom, FigurePalette.Frame, 1);
        ChartFrame.Bar(sheet, new(box.Left, box.Bottom - 3, box.Right, box.Bottom), FigurePalette.Frame);
    }

    private double[] Heights(int k) => [.. PosteriorSummary.Masses(Result.Sample.Parameter(k)).Select(m => m * Bins)];
}
