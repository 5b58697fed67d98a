using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Panels of one size in rows and columns: a grid with heads on its outer edge, or a row that wraps and has a head above each panel.</summary>
internal sealed record PanelLayout
{
    /// <summary>Width of a page, in 96ths of an inch: 180 mm.</summary>
    public const float UsualWidth = 680;

    /// <summary>Height of a page that still has room for a caption.</summary>
    public const float TallestPage = 926;

    /// <summary>Margin of a page.</summary>
    public const float Margin = 8;

    /// <summary>Width of the page.</summary>
    public required float PageWidth { get; init; }

    /// <summary>Panels in a row.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Height of a panel's data area.</summary>
    public required float PanelHeight { get; init; }

    /// <summary>Room left of the first column.</summary>
    public float Left { get; init; } = 52;

    /// <summary>Room right of the last column.</summary>
    public float Right { get; init; } = 10;

    /// <summary>Room above the first row, a legend for example.</summary>
    public float Above { get; init; }

    /// <summary>Room above each panel for a head of its own.</summary>
    public float Head { get; init; }

    /// <summary>Room below each panel.</summary>
    public float Below { get; init; }

    /// <summary>Room below the last row, in addition.</summary>
    public float Foot { get; init; } = 38;

    /// <summary>Distance of columns.</summary>
    public float Gap { get; init; } = 18;

    /// <summary>Distance of rows.</summary>
    public float RowGap { get; init; } = 12;

    /// <summary>Size of the page.</summary>
    public SKSize Size => new(PageWidth, MathF.Ceiling((2 * Margin) + Above + (Rows * RowHeight) + ((Rows - 1) * RowGap) + Foot));

    /// <summary>The region of all panels, from the first to the last data area.</summary>
    public SKRect Region => new(Area(0, 0).Left, Area(0, 0).Top, Area(0, Columns - 1).Right, Area(Rows - 1, 0).Bottom);

    private float RowHeight => Head + PanelHeight + Below;

    /// <summary>The data area of a panel.</summary>
    public SKRect Area(int row, int column)
    {
        var width = (PageWidth - (2 * Margin) - Left - Right - ((Columns - 1) * Gap)) / Columns;
        return SKRect.Create(Margin + Left + (column * (width + Gap)), Margin + Above + Head + (row * (RowHeight + RowGap)), width, PanelHeight);
    }

    /// <summary>The greatest panel height at which the page is no taller than allowed.</summary>
    public PanelLayout Fitting(float wanted, float least)
    {
        var free = TallestPage - (this with { PanelHeight = 0 }).Size.Height;
        return this with { PanelHeight = MathF.Max(least, MathF.Min(wanted, MathF.Floor(free / Rows))) };
    }
}
