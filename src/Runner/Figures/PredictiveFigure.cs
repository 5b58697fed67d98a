using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>What the calibrated model gives for each statistic, against what was observed.</summary>
internal sealed record PredictiveFigure : IFigure
{
    private const int Bins = 20;

    /// <inheritdoc/>
    public string Name => "predictive";

    /// <summary>The result.</summary>
    public required CalibrationResult Result { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => Grid.Size;

    /// <inheritdoc/>
    public string Caption => Invariant(
        $"What was observed (orange line) against {Result.Predictive.Count} simulations of {Result.Spec.Runs} runs each at values drawn {(Result.RulesOut ? "from those that are not ruled out" : "from the posterior")} (bars), with random numbers of their own.");

    /// <inheritdoc/>
    public string AltText => "Histograms of simulated statistics with the observed value. " + string.Join(" ", Result.Statistics.Select(s => Invariant(
        $"{s.Name}: observed {s.Observed:G3}, simulated {s.Mean:G3}, 95 % between {s.Lower95:G3} and {s.Upper95:G3}.")));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("statistic", "observed", "from", "to", "share");
            for (var j = 0; j < Result.Statistics.Count; j++)
            {
                foreach (var (from, to, share) in BarsOf(j))
                {
                    table.Add(Result.Statistics[j].Name, Result.Statistics[j].Observed, from, to, share);
                }
            }

            return table;
        }
    }

    private PanelGrid Grid => new(PageWidth, Result.Statistics.Count, 2, 180, Legend.Height + 4);

    private LegendRow Legend => new(
        [
            (Result.RulesOut ? "simulated where not ruled out" : "simulated from the posterior", LegendRow.AreaSample(FigurePalette.Colour(0))),
            ("observed", (sheet, box) => ChartFrame.Line(sheet, box.MidX, box.Top, box.MidX, box.Bottom, SKColor.Parse(FigurePalette.Colour(1)), 2)),
        ],
        PageWidth - (2 * PanelLayout.Margin));

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        Legend.Draw(sheet, PanelGrid.Corner.X, PanelGrid.Corner.Y);
        for (var j = 0; j < Result.Statistics.Count; j++)
        {
            DrawPanel(sheet, Result.Statistics[j], BarsOf(j), Grid.Area(j));
        }
    }

    private static void DrawPanel(Sheet sheet, CalibratedStatistic statistic, (double From, double To, double Share)[] bars, SKRect area)
    {
        var across = ValueScale.Holding([statistic.Observed, .. bars.SelectMany(b => new double?[] { b.From, b.To })], withZero: false, area.Left,
            area.Right);
        var up = ValueScale.Holding(bars.Select(b => (double?)b.Share), withZero: true, area.Bottom, area.Top);
        var frame = new ChartFrame(area);
        frame.Horizontal(sheet, across, statistic.Name, most: 5);
        frame.Vertical(sheet, up, "Share", most: 4);
        foreach (var (from, to, share) in bars)
        {
            ChartFrame.Bar(sheet, new(across.At(from) + 0.5f, up.At(share), across.At(to) - 0.5f, area.Bottom),
                SKColor.Parse(FigurePalette.Colour(0)).WithAlpha(200));
        }

        ChartFrame.Line(sheet, across.At(statistic.Observed), area.Top, across.At(statistic.Observed), area.Bottom,
            SKColor.Parse(FigurePalette.Colour(1)), 2);
        frame.Edges(sheet);
    }

    private (double From, double To, double Share)[] BarsOf(int j)
    {
        double[] values = [.. Result.Predictive.Select(s => s[j]).Where(double.IsFinite)];
        if (values.Length == 0)
        {
            return [];
        }

        // A statistic of few runs has few values: bars of one value each, not bars and gaps.
        double[] distinct = [.. values.Distinct().Order()];
        var (low, high) = (distinct[0], distinct[^1]);
        if (low == high)
        {
            return [(low - 0.5, low + 0.5, 1)];
        }

        var least = distinct.Zip(distinct.Skip(1), (a, b) => b - a).Min();
        var isDiscrete = (high - low) / least < Bins;
        var (start, width) = isDiscrete ? (low - (least / 2), least) : (low, (high - low) / Bins);
        var count = isDiscrete ? (int)Math.Round((high - low) / least) + 1 : Bins;
        var counts = new int[count];
        foreach (var value in values)
        {
            counts[Math.Min(count - 1, (int)((value - start) / width))]++;
        }

        return [.. counts.Select((c, b) => (start + (b * width), start + ((b + 1) * width), (double)c / values.Length))];
    }
}
