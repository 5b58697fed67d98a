using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>A figure under a name of its own, with a line above it where one is asked for.</summary>
/// <param name="Inner">The figure.</param>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">The line; empty: none.</param>
internal sealed record TitledFigure(IFigure Inner, string Name, string Title) : IFigure
{
    private const float Size14 = 14;
    private const float LineHeight = 19;

    /// <inheritdoc/>
    public SKSize Size => new(Inner.Size.Width, Inner.Size.Height + Room);

    /// <inheritdoc/>
    public string Caption => Inner.Caption;

    /// <inheritdoc/>
    public string AltText => Inner.AltText;

    /// <inheritdoc/>
    public CsvTable Data => Inner.Data;

    private IReadOnlyList<string> Lines => Title.Length == 0 ? [] : TextStyle.Wrapped(Title, Inner.Size.Width - (2 * PanelLayout.Margin), 3, Size14);

    private float Room => Lines.Count == 0 ? 0 : (Lines.Count * LineHeight) + PanelLayout.Margin;

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { Inner = Inner.At(pageWidth) };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        for (var line = 0; line < Lines.Count; line++)
        {
            TextStyle.Draw(sheet, Lines[line], PanelLayout.Margin, PanelLayout.Margin + ((line + 1) * LineHeight) - 5, Size14);
        }

        sheet.Put(Sheet.Of(Inner), 0, Room, 1);
    }
}
