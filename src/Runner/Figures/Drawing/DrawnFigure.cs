using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>A figure that is laid out once, and drawn once as SVG, whatever files and reports are made of it.</summary>
internal sealed class DrawnFigure : IFigure
{
    private readonly IFigure _inner;
    private readonly Lazy<Sheet> _sheet;
    private readonly Lazy<string> _elements;
    private readonly Lazy<CsvTable> _data;

    /// <param name="inner">The figure.</param>
    public DrawnFigure(IFigure inner)
    {
        (_inner, Size) = (inner, inner.Size);
        _sheet = new(() => Sheet.Of(inner));
        _elements = new(() => FigureSvg.ElementsOf(_sheet.Value, Size));
        _data = new(() => inner.Data);
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public SKSize Size { get; }

    /// <inheritdoc/>
    public string Caption => _inner.Caption;

    /// <inheritdoc/>
    public string AltText => _inner.AltText;

    /// <inheritdoc/>
    public CsvTable Data => _data.Value;

    /// <summary>The marks as elements of an SVG.</summary>
    public string Elements => _elements.Value;

    /// <inheritdoc/>
    public IFigure At(float pageWidth) => _inner.At(pageWidth);

    /// <inheritdoc/>
    public void Draw(Sheet sheet) => sheet.Add(_sheet.Value.Marks);
}
