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

    private static readonly SKColor[] Stops =
    [
        .. new[] { "#440154", "#482475", "#414487", "#355F8D", "#2A788E", "#21918C", "#22A884", "#44BF70", "#7AD151", "#BDDF26", "#FDE725" }.Select(SKColor.Parse),
    ];

    /// <summary>The colour of a share; outside of 0 to 1 that of the nearer end.</summary>
    public static SKColor At(double share)
    {
        var place = Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * (Stops.Length - 1);
        var below = Math.Min((int)place, Stops.Length - 2);
        var part = place - below;
        byte Mixed(byte from, byte to) => (byte)Math.Round(from + ((to - from) * part));
        var (a, b) = (Stops[below], Stops[below + 1]);
        return new(Mixed(a.Red, b.Red), Mixed(a.Green, b.Green), Mixed(a.Blue, b.Blue));
    }

    /// <summary>Black or white, whichever is easier to read on a colour.</summary>
    public static SKColor InkOn(SKColor colour) =>
        ((0.2126 * colour.Red) + (0.7152 * colour.Green) + (0.0722 * colour.Blue)) / 255 > 0.5 ? Dark : SKColors.White;
}
