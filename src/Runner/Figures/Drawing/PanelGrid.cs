using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Panels of one size, row by row, with room for a legend above them and for labels around each.</summary>
/// <param name="PageWidth">Width of the page.</param>
/// <param name="Panels">Number of panels.</param>
/// <param name="MostColumns">Most panels in a row.</param>
/// <param name="Height">Height of a panel with its labels.</param>
/// <param name="Above">Room above all panels.</param>
internal sealed record PanelGrid(float PageWidth, int Panels, int MostColumns, float Height, float Above = 0)
{
    private const float Margin = 8;
    private const float LeftRoom = 58;
    private const float RightRoom = 14;


    /// <summary>Panels in a row.</summary>
    public int Columns => Math.Min(Panels, PageWidth < 500 ? Math.Min(2, MostColumns) : MostColumns);

    /// <summary>Size of the figure.</summary>
    public SKSize Size => new(PageWidth, (2 * Margin) + Above + (((Panels + Columns - 1) / Columns) * Height));

    /// <summary>The upper left corner of what is above the panels.</summary>
    public static SKPoint Corner => new(Margin, Margin);

    /// <summary>The data area of a panel, numbered from 0.</summary>
    public SKRect Area(int panel) => Area(panel / Columns, panel % Columns);

    /// <summary>The data area of a panel by its row and column.</summary>
    public SKRect Area(int row, int column)
    {
        var (width, left, top) = ((PageWidth - (2 * Margin)) / Columns, Margin + (column * (PageWidth - (2 * Margin)) / Columns), Margin + Above
            + (row * Height));
        return new(left + LeftRoom, top + 6, left + width - RightRoom, top + Height - ChartFrame.RoomBelow);
    }
}
