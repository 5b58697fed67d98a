using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Kinds;

/// <summary>What kinds have in common: which arms have room, and what is said of those that have none.</summary>
internal static class Arms
{
    /// <summary>The first arms, at most so many.</summary>
    public static IReadOnlyList<string> Of(FigureSource source, int most) => [.. source.Study.Arms.Take(most)];

    /// <summary>What is left out, and names that figures shorten, in words; empty when nothing is.</summary>
    public static string LeftOut(FigureSource source, int most)
    {
        var count = source.Study.Arms.Count;
        var shown = count > most ? Invariant($" The first {most} of {count} levels are drawn; --order names others first.") : "";
        string[] wide = [.. Of(source, most).Where(n => TextStyle.Width(n, TextStyle.Small) > PanelLayout.UsualWidth / 7)];
        return wide.Length == 0 ? shown : $"{shown} In full: {string.Join("; ", wide)}.";
    }

    /// <summary>A legend of arms: line and point.</summary>
    public static IReadOnlyList<(string Name, Action<Sheet, SKRect> Sample)> Legend(FigureSource source, IEnumerable<string> arms, bool withLine,
        bool withPoint) =>
    [
        .. arms.Select(arm => (arm, (Action<Sheet, SKRect>)((sheet, box) =>
        {
            if (withLine)
            {
                sheet.Line(box.Left, box.MidY, box.Right, box.MidY, source.Looks[arm].Line(1.8f));
            }

            if (withPoint)
            {
                Marker.Draw(sheet, source.Looks[arm], new(box.MidX, box.MidY));
            }
        }))),
    ];

    /// <summary>What is compared, in words.</summary>
    public static string Compared(FigureSource source) =>
        source.Study.ComparedPath switch { "" => "experiment", "policy" => "leadership policy", var path => path };

    /// <summary>How runs shown one by one are chosen, and which of them are one, in words.</summary>
    /// <param name="isOnceShown">Whether one run is both, for an arm.</param>
    public static string RuleOf(bool isOnceShown) =>
        Rule + (isOnceShown ? " Where one run is both, as with a single replicate, it is shown once." : "");

    /// <summary>How runs shown one by one are chosen, in words.</summary>
    public const string Rule = "Typical: of the runs with the fate (failed or not) that most runs of the arm had, the one whose end is nearest to their median. Most surprising: the run with the rarest fate at its design point, and of these the one whose end is farthest from the point's median.";
}
