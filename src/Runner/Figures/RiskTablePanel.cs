using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// The table below a survival curve: at risk, censored and events, at the labelled ticks of the axis above (the form that readers
/// preferred in Morris et al. 2019, KMunicate, https://doi.org/10.1136/bmjopen-2019-030215).
/// </summary>
/// <param name="Groups">Names and looks of all groups, in the order of the rows.</param>
/// <param name="Extent">How much of the table there is room for.</param>
/// <param name="PageWidth">Width of the page; names take at most a fifth of it.</param>
internal sealed record RiskTablePanel(IReadOnlyList<(string Name, ArmLook Look)> Groups, RiskTableExtent Extent, float PageWidth)
{
    private const float SampleWidth = 20;
    private const float BlockGap = 4;

    private IReadOnlyList<string> Blocks => Extent switch
    {
        RiskTableExtent.Full => ["At risk", "Censored", "Events"],
        RiskTableExtent.AtRisk => ["At risk"],
        _ => [],
    };

    /// <summary>Height of the table.</summary>
    public float Height => Blocks.Count * ((Groups.Count + 1) * TextStyle.LineHeight + BlockGap);

    /// <summary>Room that the names of the rows need to the left of the data area.</summary>
    public float LabelWidth =>
        Extent == RiskTableExtent.None ? 0 : MathF.Min(MostName, Groups.Max(g => TextStyle.Width(g.Name, TextStyle.Small))) + SampleWidth + 25;

    private float MostName => (0.22f * PageWidth) - SampleWidth - 25;

    /// <summary>Draws the table.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="axes">The panel above.</param>
    /// <param name="curves">The panel's curves; a group without one has zeros.</param>
    /// <param name="top">Upper edge of the table.</param>
    /// <param name="withLabels">Whether the rows are named here; panels to the right share the names.</param>
    public void Draw(Sheet sheet, PanelAxes axes, IReadOnlyList<SurvivalCurve> curves, float top, bool withLabels)
    {
        var left = axes.Area.Left - LabelWidth;
        var y = top;
        for (var block = 0; block < Blocks.Count; block++)
        {
            y += TextStyle.LineHeight;
            if (withLabels)
            {
                TextStyle.Draw(sheet, Blocks[block], left, y, TextStyle.Small, colour: FigurePalette.Frame);
            }

            foreach (var (name, look) in Groups)
            {
                y += TextStyle.LineHeight;
                if (withLabels)
                {
                    sheet.Line(left, y - 3.5f, left + SampleWidth, y - 3.5f, look.Line(1.8f));
                    TextStyle.Draw(sheet, TextStyle.Fitting(name, MostName), left + SampleWidth + 5, y, TextStyle.Small);
                }

                DrawCounts(sheet, axes, curves.FirstOrDefault(c => c.Group == name), block, y);
            }

            y += BlockGap;
        }
    }

    private static void DrawCounts(Sheet sheet, PanelAxes axes, SurvivalCurve? curve, int block, float y)
    {
        foreach (var tick in axes.TickPositions)
        {
            var (atRisk, censored, events) = curve?.CountsAt(tick) ?? default;
            var count = block switch { 0 => atRisk, 1 => censored, _ => events };
            TextStyle.Draw(sheet, Invariant($"{count}"), axes.X(tick), y, TextStyle.Small, SKTextAlign.Center);
        }
    }
}
