using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// The heads of a grid of panels, on its outer edge only: what varies across above the first row, what varies down right of the last
/// column.
/// </summary>
/// <param name="AcrossName">What varies across; empty: only the labels are drawn.</param>
/// <param name="Across">Labels of the columns.</param>
/// <param name="DownName">What varies down; empty: only the labels are drawn.</param>
/// <param name="Down">Labels of the rows; empty when there is one row.</param>
internal sealed record StripHeads(string AcrossName, IReadOnlyList<string> Across, string DownName, IReadOnlyList<string> Down)
{
    private const int MostLines = 2;

    /// <summary>Room above the panels.</summary>
    public float Height(float width) => (Lines(AcrossName, width).Count * TextStyle.LineHeight) + TextStyle.LineHeight + 4;

    /// <summary>Room right of the panels.</summary>
    public float Width(float height) => Down.Count == 0 ? 0 : (Lines(DownName, height).Count * TextStyle.LineHeight) + TextStyle.LineHeight + 8;

    /// <summary>Draws the heads.</summary>
    public void Draw(Sheet sheet, PanelLayout layout)
    {
        var region = layout.Region;
        var names = Lines(AcrossName, region.Width);
        TextStyle.DrawLines(sheet, names, region.MidX, region.Top - 8 - (names.Count * TextStyle.LineHeight), TextStyle.Small, SKTextAlign.Center);
        for (var column = 0; column < Across.Count; column++)
        {
            var area = layout.Area(0, column);
            TextStyle.Draw(sheet, TextStyle.Fitting(Across[column], area.Width + layout.Gap - 6), area.MidX, area.Top - 6, TextStyle.Small,
                SKTextAlign.Center);
        }

        for (var row = 0; row < Down.Count; row++)
        {
            var area = layout.Area(row, layout.Columns - 1);
            Downwards(sheet, TextStyle.Fitting(Down[row], area.Height + layout.RowGap + layout.Below - 4), area.Right + 8, area.MidY);
        }

        var rows = Down.Count == 0 ? [] : Lines(DownName, region.Height);
        for (var line = 0; line < rows.Count; line++)
        {
            Downwards(sheet, rows[line], region.Right + 8 + ((rows.Count - line) * TextStyle.LineHeight), region.MidY);
        }
    }

    private static void Downwards(Sheet sheet, string text, float x, float y) =>
        sheet.Text(text, new(x, y), TextStyle.Small, SKTextAlign.Center, FigurePalette.Ink, 90);

    private static IReadOnlyList<string> Lines(string name, float room) => name.Length == 0 ? [] : TextStyle.Wrapped(name, room, MostLines);
}
