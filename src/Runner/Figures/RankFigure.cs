using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Ranks of the true values among draws from their posteriors, with the band that even ranks keep to.</summary>
/// <remarks>Talts et al. (2018), https://doi.org/10.48550/arXiv.1804.06788.</remarks>
internal sealed record RankFigure : IFigure
{
    /// <inheritdoc/>
    public string Name => "ranks";

    /// <summary>The parameters, with what was found of each.</summary>
    public required IReadOnlyList<(string Path, RecoveredParameter Recovered)> Parameters { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => Grid.Size;

    /// <inheritdoc/>
    public string Caption => Invariant(
        $"Ranks of the true values among draws from their posteriors, {Parameters[0].Recovered.Datasets} synthetic data sets. Band between dashed lines: where each bar ends in 99 of 100 cases when posteriors are calibrated. High at both ends: posteriors are too narrow; high in the middle: too wide; high at one end: biased.");

    /// <inheritdoc/>
    public string AltText => "Histograms of ranks. " + string.Join(" ", Parameters.Select(p => Invariant($"{p.Path}: {Outside(p.Recovered)} of {p.Recovered.Ranks.Count} bars lie outside of the band.")));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("parameter", "rank", "datasets", "evenLower99", "evenUpper99");
            foreach (var (path, recovered) in Parameters)
            {
                var (low, high) = RecoveryTest.EvenRanks(recovered.Datasets);
                foreach (var (rank, count) in recovered.Ranks.Index())
                {
                    table.Add(path, rank, count, low, high);
                }
            }

            return table;
        }
    }

    private PanelGrid Grid => new(PageWidth, Parameters.Count, 2, 180);

    /// <summary>The figure of a self-test.</summary>
    public static RankFigure Of(CalibrationSpec spec, IReadOnlyList<RecoveredParameter> recovered) =>
        new() { Parameters = [.. spec.Priors.Zip(recovered, (p, r) => (p.Path, r))] };

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        foreach (var (panel, (path, recovered)) in Parameters.Index())
        {
            var (area, ranks) = (Grid.Area(panel), recovered.Ranks);
            var (low, high) = RecoveryTest.EvenRanks(recovered.Datasets);
            var across = new ValueScale(-0.5, ranks.Count - 0.5, area.Left, area.Right);
            var up = ValueScale.Holding([high, .. ranks.Select(r => (double?)r)], withZero: true, area.Bottom, area.Top);
            var frame = new ChartFrame(area);
            frame.Horizontal(sheet, across.Axis(Enumerable.Range(0, ranks.Count).Where(k => k % 5 == 0 || k == ranks.Count - 1)), $"Rank, {path}");
            frame.Vertical(sheet, up, "Data sets", most: 4);
            ChartFrame.Bar(sheet, new(area.Left, up.At(high), area.Right, up.At(low)), FigurePalette.Frame.WithAlpha(35));
            foreach (var (rank, count) in ranks.Index())
            {
                ChartFrame.Bar(sheet, new(across.At(rank - 0.5) + 0.5f, up.At(count), across.At(rank + 0.5) - 0.5f, area.Bottom),
                    SKColor.Parse(FigurePalette.Colour(6)));
            }

            sheet.Line(area.Left, up.At(high), area.Right, up.At(high), FigurePalette.Line(1, 1.2f));
            sheet.Line(area.Left, up.At(low), area.Right, up.At(low), FigurePalette.Line(1, 1.2f));
            var even = up.At((double)recovered.Datasets / ranks.Count);
            ChartFrame.Line(sheet, area.Left, even, area.Right, even, FigurePalette.Ink, 1.2f);
            frame.Edges(sheet);
        }
    }

    private static int Outside(RecoveredParameter recovered)
    {
        var (low, high) = RecoveryTest.EvenRanks(recovered.Datasets);
        return recovered.Ranks.Count(r => r < low || r > high);
    }
}
