using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>A figure in the middle of a frame of a given size, made smaller where it would not fit.</summary>
/// <param name="Inner">The figure.</param>
/// <param name="Frame">Size of the frame.</param>
internal sealed record FramedFigure(IFigure Inner, SKSize Frame) : IFigure
{
    /// <inheritdoc/>
    public string Name => Inner.Name;

    /// <inheritdoc/>
    public SKSize Size => Frame;

    /// <inheritdoc/>
    public string Caption => Inner.Caption;

    /// <inheritdoc/>
    public string AltText => Inner.AltText;

    /// <inheritdoc/>
    public CsvTable Data => Inner.Data;

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => this with { Inner = Inner.At(pageWidth), Frame = new(pageWidth, Frame.Height) };

    /// <inheritdoc/>
    public void Draw(Sheet sheet)
    {
        var scale = MathF.Min(1, MathF.Min(Frame.Width / Inner.Size.Width, Frame.Height / Inner.Size.Height));
        sheet.Put(Sheet.Of(Inner), (Frame.Width - (scale * Inner.Size.Width)) / 2, (Frame.Height - (scale * Inner.Size.Height)) / 2, scale);
    }
}
