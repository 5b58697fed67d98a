using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Colours of what is no arm: series of bars (Okabe and Ito's palette, distinct for all common forms of colour blindness; its yellow is
/// left out because it fades on white), states of programs, frames and text. A style sheet may replace frame, grid and ink where paper is dark.
/// </summary>
/// <remarks>Okabe, M. and Ito, K. (2008), Color Universal Design, https://jfly.uni-koeln.de/color/.</remarks>
internal static class FigurePalette
{
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9"];
    private static readonly float[][] Dashes = [[], [5, 3], [1.5f, 2.5f], [8, 2.5f, 1.5f, 2.5f]];

    /// <summary>Grey of frames and ticks.</summary>
    public static readonly SKColor Frame = SKColor.Parse("#555555");

    /// <summary>Grey of grid lines.</summary>
    public static readonly SKColor Grid = SKColor.Parse("#E8E8E8");

    /// <summary>Colour of text.</summary>
    public static readonly SKColor Ink = SKColor.Parse("#1A1A1A");

    /// <summary>Founder-led, outlived, ended: dark to light, so that the order also shows in grey.</summary>
    public static readonly IReadOnlyList<string> States = ["#1B4F8A", "#5FB3A3", "#E9E4D8", "#F6F6F6", "#C9B7D4"];

    /// <summary>Colour of the series at an index.</summary>
    public static string Colour(int index) => Colours[index % Colours.Length];

    /// <summary>Line of the series at an index; a colour that comes back has another pattern.</summary>
    public static Stroke Line(int index, float width) =>
        new(SKColor.Parse(Colour(index)), width, Dashes[(index + (2 * (index / Colours.Length))) % Dashes.Length]);
}
