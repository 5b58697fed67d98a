using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Runner.Tables;
using SkiaSharp;

namespace LeadershipSim.Runner.Extensions;

/// <summary>A figure of an extension: what is drawn, the numbers behind it, and its words.</summary>
/// <param name="Width">Width in 96ths of an inch, the unit of drawing.</param>
/// <param name="Height">Height in 96ths of an inch.</param>
/// <param name="Draw">Draws on a white sheet.</param>
public sealed record OwnFigure(float Width, float Height, Action<Sheet> Draw)
{
    /// <summary>What the figure shows, what bands mean and how many runs stand behind it, in sentences.</summary>
    public required string Caption { get; init; }

    /// <summary>What a reader who cannot see the figure should know.</summary>
    public required string AltText { get; init; }

    /// <summary>Names of the columns of its data.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Every number that is drawn; null: does not exist.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>The figure under its name, as the report and the files take it.</summary>
    internal IFigure Named(string name) => new NamedFigure(name, this);

    private sealed record NamedFigure(string Name, OwnFigure Figure) : IFigure
    {
        public SKSize Size => new(Figure.Width, Figure.Height);

        public string Caption => Figure.Caption;

        public string AltText => Figure.AltText;

        public CsvTable Data
        {
            get
            {
                var table = new CsvTable([.. Figure.Columns]);
                foreach (var row in Figure.Rows)
                {
                    table.Add([.. row]);
                }

                return table;
            }
        }

        public IFigure At(float pageWidth) => this;

        public void Draw(Sheet sheet) => Figure.Draw(sheet);
    }
}
