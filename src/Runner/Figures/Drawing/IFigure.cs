using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>A figure: what is drawn, the numbers behind it, and its words. It carries no title; the caption says what it shows.</summary>
internal interface IFigure
{
    /// <summary>Name of its files, without extension.</summary>
    string Name { get; }

    /// <summary>Width and height in 96ths of an inch, the unit of <see cref="Draw"/>.</summary>
    SKSize Size { get; }

    /// <summary>The figure laid out for a page of another width.</summary>
    IFigure At(float pageWidth);

    /// <summary>What the figure shows, what bands mean and how many runs stand behind it, in sentences.</summary>
    string Caption { get; }

    /// <summary>What a reader who cannot see the figure should know.</summary>
    string AltText { get; }

    /// <summary>Every number that is drawn.</summary>
    CsvTable Data { get; }

    /// <summary>Draws the figure on a white sheet of <see cref="Size"/>.</summary>
    void Draw(Sheet sheet);
}
