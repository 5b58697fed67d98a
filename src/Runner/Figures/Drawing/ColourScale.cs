using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Colours for shares from 0 to 1, from dark to light in even steps of lightness, so that the order also shows in grey and for every
/// form of colour blindness: viridis (van der Walt and Smith 2015, https://bids.github.io/colormap/).
/// </summary>
internal static class ColourScale
{
    // Not the ink of figures, which a style sheet makes light where paper is dark.
    private static readonly SKColor Dark = SKColor.Parse("#111111");

    private static readonly ScottPlot.Colormaps.Viridis Viridis = new();

    /// <summary>The colour of a share; outside of 0 to 1 that of the nearer end.</summary>
    public static SKColor At(double share)
    {
        var colour = Viridis.GetColor(Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1));
        return new(colour.Red, colour.Green, colour.Blue);
    }

    /// <summary>Black or white, whichever is easier to read on a colour.</summary>
    public static SKColor InkOn(SKColor colour) =>
        ((0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue)) / 255 > 0.5 ? Dark : SKColors.White;
}
