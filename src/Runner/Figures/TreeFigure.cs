using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// A regression tree as an outline: what holds on each branch, a bar for the mean, and the number of design points in parentheses; leaves
/// are dark.
/// </summary>
internal sealed record TreeFigure : IFigure
{
    private const float Margin = 8;
    private const float RowHeight = 18;
    private const float Indent = 18;
    private const float NumberRoom = 84;
    private const float WordRoom = 250;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The tree.</summary>
    public required TreeNode Root { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, (2 * Margin) + (RowHeight * Rows(Root, "", 0).Count()));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("depth", "condition", "isLeaf", "mean", "points", "squaredError", "says");
            foreach (var (node, label, depth) in Rows(Root, "all design points", 0))
            {
                table.Add(depth, label, node.Split is null, node.Mean, node.Points, node.SquaredError, node.Says);
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var rows = Rows(Root, "all design points", 0).ToList();
        var barLeft = Margin + Math.Min(430, rows.Max(r => (r.Depth * Indent) + TextStyle.Width(r.Label, TextStyle.Small))) + 16;
        var scale = ValueScale.Holding(
            rows.Select(r => (double?)r.Node.Mean), withZero: true, barLeft, PageWidth - Margin - (Root.Says.Length > 0 ? WordRoom : NumberRoom));
        for (var i = 0; i < rows.Count; i++)
        {
            var (node, label, depth) = rows[i];
            var (left, middle) = (Margin + (depth * Indent), Margin + ((i + 0.5f) * RowHeight));
            if (depth > 0)
            {
                DrawBranch(sheet, left, middle, i - rows.FindLastIndex(i - 1, r => r.Depth == depth - 1));
            }

            TextStyle.Draw(sheet, label, left, middle + 4, TextStyle.Small);
            var isLeaf = node.Split is null;
            var (from, to) = (scale.At(0), scale.At(node.Mean));
            sheet.Box(new SKRect(from, middle - 5, to, middle + 5), SKColor.Parse(FigurePalette.Colour(0)).WithAlpha((byte)(isLeaf ? 190 : 70)));
            TextStyle.Draw(sheet, WordsOf(node), Math.Max(from, to) + 5, middle + 4, TextStyle.Small);
        }
    }

    private static string WordsOf(TreeNode node) => node.Says.Length > 0
        ? Invariant($"{node.Mean:0.##}, {node.Says}")
        : Invariant($"{node.Mean:G4}  ({node.Points})");

    // From the parent's first letter down to the row.
    private static void DrawBranch(Sheet sheet, float left, float middle, int rowsBelowParent)
    {
        var x = left - Indent + 5;
        ChartFrame.Line(sheet, x, middle - (rowsBelowParent * RowHeight) + 7, x, middle, FigurePalette.Frame.WithAlpha(140), 0.8f);
        ChartFrame.Line(sheet, x, middle, left - 3, middle, FigurePalette.Frame.WithAlpha(140), 0.8f);
    }

    private static IEnumerable<(TreeNode Node, string Label, int Depth)> Rows(TreeNode node, string label, int depth) => node.Split is not { } split
        ? [(node, label, depth)]
        : [(node, label, depth), .. Rows(split.Left, split.Condition, depth + 1), .. Rows(split.Right, split.Otherwise, depth + 1)];
}
