namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Draws figures one at a time: the plotting library keeps fonts in collections that two threads may not share, and the graphics
/// library has brought down a process in which two threads drew at once.
/// </summary>
internal static class FigureDrawing
{
    private static readonly Lock Drawing = new();

    /// <summary>Does what measures, draws or encodes a figure while nobody else does.</summary>
    public static T Alone<T>(Func<T> draw)
    {
        lock (Drawing)
        {
            return draw();
        }
    }
}
