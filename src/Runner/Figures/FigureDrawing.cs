using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>Draws figures one at a time: the plotting library keeps fonts in collections that two threads may not share.</summary>
internal static class FigureDrawing
{
    private static readonly Lock Drawing = new();

    /// <summary>Draws a figure.</summary>
    public static void Draw(IFigure figure, SKCanvas canvas)
    {
        lock (Drawing)
        {
            figure.Draw(canvas);
        }
    }
}
