using System.Globalization;
using LeadershipSim.Analysis.Sensitivity;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>A regression tree from left to right: what holds on each branch, the mean and the number of design points of each node.</summary>
internal sealed record TreeFigure : IFigure
{
    private const float PageWidth = 680;
    private const float Margin = 8;
    private const float LeafHeight = 40;
    private const float BoxHeight = 32;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <summary>The tree.</summary>
    public required TreeNode Root { get; init; }

    /// <inheritdoc/>
    public SKSize Size => new(PageWidth, (2 * Margin) + (LeafHeight * Root.Leaves.Count()));

    /// <inheritdoc/>
    public CsvTable Data
    {
        get
        {
            var table = new CsvTable("leaf", "mean", "points", "squaredError");
            foreach (var (leaf, i) in Root.Leaves.Select((l, i) => (l, i)))
            {
                table.Add(i + 1, leaf.Mean, leaf.Points, leaf.SquaredError);
            }

            return table;
        }
    }

    private float ColumnWidth => (PageWidth - (2 * Margin)) / (Root.Depth + 1);

    private float BoxWidth => Math.Min(92, ColumnWidth - 12);

    /// <inheritdoc/>
    public void Draw(SKCanvas canvas)
    {
        var means = Root.Leaves.Select(l => l.Mean).ToList();
        DrawNode(canvas, Root, 0, 0, (means.Min(), means.Max()));
    }

    // Returns the height of the middle of the node.
    private float DrawNode(SKCanvas canvas, TreeNode node, int depth, int leavesAbove, (double Low, double High) range)
    {
        var left = Margin + (depth * ColumnWidth);
        if (node.Split is not { } split)
        {
            var at = Margin + ((leavesAbove + 0.5f) * LeafHeight);
            DrawBox(canvas, node, left, at, range);
            return at;
        }

        var above = DrawNode(canvas, split.Left, depth + 1, leavesAbove, range);
        var below = DrawNode(canvas, split.Right, depth + 1, leavesAbove + split.Left.Leaves.Count(), range);
        var middle = (above + below) / 2;
        var turn = left + BoxWidth + 4;
        foreach (var child in new[] { above, below })
        {
            ChartFrame.Line(canvas, left + BoxWidth, middle, turn, middle, Palette.Frame, 0.8f);
            ChartFrame.Line(canvas, turn, middle, turn, child, Palette.Frame, 0.8f);
            ChartFrame.Line(canvas, turn, child, left + ColumnWidth, child, Palette.Frame, 0.8f);
        }

        DrawBox(canvas, node, left, middle, range);
        var room = ColumnWidth - 10;
        TextStyle.Draw(canvas, Fitting(split.Condition, room + BoxWidth), turn + 3, above - BoxHeight / 2 - 2, TextStyle.Small, colour: Palette.Frame);
        TextStyle.Draw(canvas, "else", turn + 3, below + BoxHeight / 2 + 9, TextStyle.Small, colour: Palette.Frame);
        return middle;
    }

    // The darker, the larger the mean; text stays dark on light.
    private void DrawBox(SKCanvas canvas, TreeNode node, float left, float middle, (double Low, double High) range)
    {
        var share = range.High > range.Low ? (node.Mean - range.Low) / (range.High - range.Low) : 0;
        var box = SKRect.Create(left, middle - (BoxHeight / 2), BoxWidth, BoxHeight);
        using var fill = new SKPaint { Color = SKColor.Parse(Palette.Colour(0)).WithAlpha((byte)(20 + (100 * share))), IsAntialias = true };
        using var edge = new SKPaint { Color = Palette.Frame, IsStroke = true, StrokeWidth = 0.8f, IsAntialias = true };
        canvas.DrawRect(box, fill);
        canvas.DrawRect(box, edge);
        TextStyle.Draw(canvas, node.Mean.ToString("G4", CultureInfo.InvariantCulture), box.MidX, box.MidY - 2, TextStyle.Small, SKTextAlign.Center);
        TextStyle.Draw(canvas, string.Create(CultureInfo.InvariantCulture, $"{node.Points} points"), box.MidX, box.MidY + 11, TextStyle.Small, SKTextAlign.Center);
    }

    private static string Fitting(string text, float width)
    {
        while (text.Length > 1 && TextStyle.Width(text, TextStyle.Small) > width)
        {
            text = string.Concat(text.AsSpan(0, text.Length - 2), "…");
        }

        return text;
    }
}
