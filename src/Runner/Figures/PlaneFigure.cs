using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>A cell of a plane.</summary>
/// <param name="Fill">Colour; transparent: nothing is known there.</param>
/// <param name="Value">Value for contours; null: none.</param>
/// <param name="Label">Words in the cell; empty: none.</param>
/// <param name="IsHatched">Whether it is hatched.</param>
internal sealed record PlaneCell(SKColor Fill, double? Value, string Label, bool IsHatched);

/// <summary>Cells over two factors.</summary>
/// <param name="Heading">What the panel is of.</param>
/// <param name="Cells">The cells, [row of the second factor from below][column of the first].</param>
/// <param name="Contours">Levels at which lines of equal value are drawn.</param>
internal sealed record PlanePanel(string Heading, IReadOnlyList<IReadOnlyList<PlaneCell>> Cells, IReadOnlyList<double> Contours);

/// <summary>Planes of two factors as cells of equal size, one level each, with lines of equal value between their centres.</summary>
internal sealed record PlaneFigure : IFigure
{
    private const float LabelLeast = 13;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string Caption { get; init; }

    /// <inheritdoc/>
    public required string AltText { get; init; }

    /// <inheritdoc/>
    public float PageWidth { get; init; } = PanelLayout.UsualWidth;

    /// <summary>The panels, row by row.</summary>
    public required IReadOnlyList<PlanePanel> Panels { get; init; }

    /// <summary>Panels that begin in a row of their own below the others; as many, or none.</summary>
    public IReadOnlyList<PlanePanel> Below { get; init; } = [];

    /// <summary>Panels in a row.</summary>
    public required int Columns { get; init; }

    /// <summary>The factor across: name, and labels of its levels.</summary>
    public required (string Name, IReadOnlyList<string> Levels) Across { get; init; }

    /// <summary>The factor up: name, and labels of its levels from below.</summary>
    public required (string Name, IReadOnlyList<string> Levels) Up { get; init; }

    /// <summary>Keys of colours on the right, one for each row of panels or fewer: name, labels with their share of the height, colours by share.</summary>
    public IReadOnlyList<ColourKey> Keys { get; init; } = [];

    /// <summary>What colours stand for, where they are no scale.</summary>
    public IReadOnlyList<(string Name, Action<Sheet, SKRect> Sample)> Legend { get; init; } = [];

    /// <inheritdoc/>
    public required CsvTable Data { get; init; }

    /// <inheritdoc/>
    public SKSize Size => Layout.Size;

    private int Rows => RowsOf(Panels) + RowsOf(Below);

    private LegendRow Names => new([.. Legend.Select(l => (TextStyle.Fitting(l.Name, PageWidth / 3), l.Sample))], PageWidth - (2 * PanelLayout.Margin));

    private float UpLabels => MathF.Min(PageWidth / 6, Up.Levels.Select(l => TextStyle.Width(l, TextStyle.Small)).DefaultIfEmpty(0).Max());

    private PanelLayout Layout => new PanelLayout
    {
        PageWidth = PageWidth,
        Columns = Columns,
        Rows = Rows,
        PanelHeight = 0,
        Left = UpLabels + 40,
        Right = Keys.Count > 0 ? ColourKey.Room + 8 : 10,
        Gap = 14,
        Above = Legend.Count == 0 ? 0 : Names.Height + 6,
        Head = 18,
        Foot = 26 + (TextStyle.Wrapped(Across.Name, PageWidth - 90, 2).Count * TextStyle.LineHeight),
    }.Fitting(Columns == 1 ? 320 : Columns == 2 ? 200 : 140, least: 44);

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { PageWidth = pageWidth, Columns = pageWidth < 500 ? Math.Min(Columns, 2) : Columns };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var layout = Layout;
        Names.Draw(sheet, PanelLayout.Margin, PanelLayout.Margin);
        DrawPanels(sheet, layout, Panels, 0, isLast: Below.Count == 0);
        DrawPanels(sheet, layout, Below, RowsOf(Panels), isLast: true);

        var region = layout.Region;
        TextStyle.DrawLines(sheet, TextStyle.Wrapped(Across.Name, PageWidth - 90, 2), region.MidX, region.Bottom + 34, TextStyle.Small, SKTextAlign.Center);
        TextStyle.DrawLinesUpwards(sheet, TextStyle.Wrapped(Up.Name, region.Height, 2), region.Left - UpLabels - 14, region.MidY, TextStyle.Small);
        for (var k = 0; k < Keys.Count; k++)
        {
            var first = layout.Area(k * Rows / Keys.Count, 0);
            Keys[k].Draw(sheet, new SKRect(region.Right + 8, first.Top, region.Right + 18, layout.Area(((k + 1) * Rows / Keys.Count) - 1, 0).Bottom));
        }
    }

    private int RowsOf(IReadOnlyList<PlanePanel> panels) => (panels.Count + Columns - 1) / Columns;

    // Levels across are named below the lowest panel of each column.
    private void DrawPanels(Sheet sheet, PanelLayout layout, IReadOnlyList<PlanePanel> panels, int firstRow, bool isLast)
    {
        for (var k = 0; k < panels.Count; k++)
        {
            var area = layout.Area(firstRow + (k / Columns), k % Columns);
            DrawPanel(sheet, panels[k], area);
            DrawLabels(sheet, area, withUp: k % Columns == 0, withAcross: isLast && k + Columns >= panels.Count);
        }
    }

    private void DrawPanel(Sheet sheet, PlanePanel panel, SKRect area)
    {
        TextStyle.Draw(sheet, TextStyle.Fitting(panel.Heading, area.Width), area.Left, area.Top - 6, TextStyle.Small);
        var (width, height) = (area.Width / Across.Levels.Count, area.Height / Up.Levels.Count);
        for (var y = 0; y < Up.Levels.Count; y++)
        {
            for (var x = 0; x < Across.Levels.Count; x++)
            {
                DrawCell(sheet, SKRect.Create(area.Left + (x * width), area.Bottom - ((y + 1) * height), width, height), panel.Cells[y][x]);
            }
        }

        foreach (var line in panel.Contours.SelectMany(level => Contours.Of(panel.Cells, level)))
        {
            SKPoint At(SKPoint p) => new(area.Left + ((p.X + 0.5f) * width), area.Bottom - ((p.Y + 0.5f) * height));
            sheet.Line(At(line.From).X, At(line.From).Y, At(line.To).X, At(line.To).Y, new Stroke(SKColors.White, 2.4f));
            sheet.Line(At(line.From).X, At(line.From).Y, At(line.To).X, At(line.To).Y, new Stroke(SKColors.Black, 1));
        }

        sheet.Box(area, SKColors.Transparent, new Stroke(FigurePalette.Frame, 0.8f));
    }

    private static void DrawCell(Sheet sheet, SKRect box, PlaneCell cell)
    {
        if (cell.Fill.Alpha == 0)
        {
            sheet.Line(box.Left, box.Bottom, box.Right, box.Top, new Stroke(FigurePalette.Grid, 1));
            return;
        }

        // A hair wider: between cells that only touch a line would show.
        sheet.Box(SKRect.Inflate(box, 0.2f, 0.2f), cell.Fill);
        if (cell.IsHatched)
        {
            sheet.Hatch(box, new Stroke(ColourScale.InkOn(cell.Fill).WithAlpha(170), 0.9f));
        }

        if (box.Height >= LabelLeast && TextStyle.Width(cell.Label, TextStyle.Small) < box.Width - 4)
        {
            if (cell.IsHatched)
            {
                // Words on stripes cannot be read.
                var half = (TextStyle.Width(cell.Label, TextStyle.Small) / 2) + 3;
                sheet.Box(new SKRect(box.MidX - half, box.MidY - 7, box.MidX + half, box.MidY + 8), cell.Fill);
            }

            TextStyle.Draw(sheet, cell.Label, box.MidX, box.MidY + 4, TextStyle.Small, SKTextAlign.Center, ColourScale.InkOn(cell.Fill));
        }
    }

    // Of many levels as many are named as have room.
    private void DrawLabels(Sheet sheet, SKRect area, bool withUp, bool withAcross)
    {
        var (width, height) = (area.Width / Across.Levels.Count, area.Height / Up.Levels.Count);
        var stepUp = Math.Max(1, (int)Math.Ceiling(14 / height));
        for (var y = 0; withUp && y < Up.Levels.Count; y += stepUp)
        {
            TextStyle.Draw(sheet, TextStyle.Fitting(Up.Levels[y], PageWidth / 6), area.Left - 5, area.Bottom - ((y + 0.5f) * height) + 4,
                TextStyle.Small, SKTextAlign.Right);
        }

        var widest = Across.Levels.Select(l => TextStyle.Width(l, TextStyle.Small)).DefaultIfEmpty(0).Max() + 6;
        var step = Across.Levels.All(l => LevelLabels.Number(l) is not null) ? Math.Max(1, (int)Math.Ceiling(widest / width)) : 1;
        for (var x = 0; withAcross && x < Across.Levels.Count; x += step)
        {
            TextStyle.Draw(sheet, TextStyle.Fitting(Across.Levels[x], (width * step) - 2), area.Left + ((x + 0.5f) * width), area.Bottom + 15,
                TextStyle.Small, SKTextAlign.Center);
        }
    }
}
