using LeadershipSim.Analysis.Calibration;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Pairs of parameters: where the posterior lies, or which positions are left, on axes of equal prior probability.</summary>
internal sealed record PairsFigure : IFigure
{
    // Of more, panels would be too small to read.
    private const int MostParameters = 4;
    private const float LargestRadius = 4;

    /// <inheritdoc/>
    public string Name => "pairs";

    /// <summary>The result.</summary>
    public required CalibrationResult Result { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => Grid.Size;

    /// <inheritdoc/>
    public string Caption
    {
        get
        {
            var chosen = Chosen.Length < Result.Parameters.Count ? Invariant($" The {Chosen.Length} parameters of {Result.Parameters.Count} that the data tell most about.") : "";
            return (Result.RulesOut
                ? "Positions simulated in all waves: those that are not ruled out (dark) and those that are (light)."
                : "Particles of the posterior, areas in proportion to their weights; a band that is not upright or level shows parameters that make up for one another.")
                + " Equal lengths of an axis have equal prior probability, labels are values." + chosen;
        }
    }

    /// <inheritdoc/>
    public string AltText => $"Scatter plots of {string.Join(", ", Chosen.Select(k => Result.Parameters[k].Path))}, two at a time.";

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable(["weight", .. Chosen.Select(k => Result.Parameters[k].Path)]);
            foreach (var (position, weight) in Points)
            {
                table.Add([weight, .. Chosen.Select(k => Result.Spec.Priors[k].At(position[k]).Value)]);
            }

            return table;
        }
    }

    private int[] Chosen =>
        [.. Enumerable.Range(0, Result.Parameters.Count).OrderBy(k => Result.Parameters[k].Posterior.Overlap).Take(MostParameters).Order()];

    private (int Across, int Up)[] Pairs => [.. from a in Chosen from b in Chosen where a < b select (a, b)];

    private PanelGrid Grid => Pairs.Length == 1 ? new(PageWidth, 1, 1, 360) : new(PageWidth, Pairs.Length, Pairs.Length is 2 or 4 ? 2 : 3, 230);

    // Weight 0: ruled out.
    private IEnumerable<(IReadOnlyList<double> Position, double Weight)> Points
    {
        get
        {
            var total = Result.Sample.Weights.Sum();
            var left = Result.Sample.Positions.ToHashSet(ReferenceEqualityComparer.Instance);
            var ruledOut = Result.RulesOut ? Result.Populations.SelectMany(p => p.Particles).Where(p => !left.Contains(p.Position))
                .Select(p => (p.Position, 0.0)) : [];
            return ruledOut.Concat(Result.Sample.Positions.Zip(Result.Sample.Weights).Where(p => p.Second > 0).Select(p => (p.First, p.Second / total)));
        }
    }

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        foreach (var (panel, (a, b)) in Pairs.Index())
        {
            var area = Grid.Area(panel);
            var (across, up) = (new PriorScale(Result.Spec.Priors[a], area.Left, area.Right), new PriorScale(Result.Spec.Priors[b], area.Bottom, area.Top));
            var frame = new ChartFrame(area);
            frame.Horizontal(sheet, across.Axis(withQuarters: Pairs.Length == 1), Result.Parameters[a].Path);
            frame.Vertical(sheet, up.Axis(withQuarters: Pairs.Length == 1), Result.Parameters[b].Path);
            DrawPoints(sheet, a, b, across, up);
            frame.Edges(sheet);
        }
    }

    private void DrawPoints(Sheet sheet, int a, int b, PriorScale across, PriorScale up)
    {
        var points = Points.ToList();
        var greatest = points.Max(p => p.Weight);
        var (left, gone) = (SKColor.Parse(FigurePalette.Colour(0)).WithAlpha(110), FigurePalette.Frame.WithAlpha(60));
        foreach (var (position, weight) in points)
        {
            // Equal weights would all be drawn at the largest size.
            var radius = weight == 0 || Result.RulesOut ? 2.2f
                : Math.Max(1.3f, LargestRadius * MathF.Sqrt((float)(weight / greatest)) * MathF.Min(1, MathF.Sqrt(100f / points.Count)));
            sheet.Circle(new(across.At(position[a]), up.At(position[b])), radius, weight == 0 ? gone : left);
        }
    }
}
