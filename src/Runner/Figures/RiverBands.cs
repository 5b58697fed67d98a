using LeadershipSim.Runner.Figures.Drawing;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>The bands of a river: what each agent held, what all others held, what was vacant, and vitality above them.</summary>
internal static class RiverBands
{
    /// <summary>Colour of those who are not named.</summary>
    public const string Others = "#BDBDBD";

    private const int MostNamed = 7;
    private const float NameLeast = 11;

    /// <summary>Colour of the first band.</summary>
    public static string FirstColour => FigurePalette.Colour(0);

    /// <summary>Bands in the order in which agents came to hold authority; who held most over all ticks is named.</summary>
    public static void Draw(Sheet sheet, PanelAxes axes, RunCourse course)
    {
        var totals = course.Held.SelectMany(h => h).GroupBy(h => h.Agent).ToDictionary(g => g.Key, g => g.Sum(h => h.Authority));
        long[] named = [.. totals.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(MostNamed).Select(t => t.Key)];
        long[] order = [.. course.Held.SelectMany(h => h.Select(x => x.Agent)).Distinct().Where(named.Contains)];
        int[] ticks = [.. Sampled(course.LastTick, axes.Area.Width)];
        var below = new double[ticks.Length];
        for (var k = 0; k < order.Length; k++)
        {
            var share = ticks.Select(t => course.Held[t].FirstOrDefault(h => h.Agent == order[k]).Authority).ToArray();
            var above = below.Zip(share, (b, s) => b + s).ToArray();
            var colour = SKColor.Parse(FigurePalette.Colour(k == 4 ? 7 : k)).WithAlpha(225);
            Band(sheet, axes, ticks, below, above, k == 4 ? SKColor.Parse("#8A8300") : colour);
            NameBand(sheet, axes, ticks, below, above, course.NameOf(order[k]));
            below = above;
        }

        var others = ticks.Select((t, i) => below[i] + course.Held[t].Where(h => !named.Contains(h.Agent)).Sum(h => h.Authority)).ToArray();
        Band(sheet, axes, ticks, below, others, SKColor.Parse(Others));
        var vacant = ticks.Select((t, i) => Math.Min(1, others[i] + course.Vacant[t])).ToArray();
        HatchVacant(sheet, axes, ticks, others, vacant);
        sheet.Line([.. ticks.Select(t => new SKPoint(axes.X(t), axes.Y(Math.Clamp(course.Vitality[t], 0, 1))))], new Stroke(SKColors.White, 3));
        sheet.Line([.. ticks.Select(t => new SKPoint(axes.X(t), axes.Y(Math.Clamp(course.Vitality[t], 0, 1))))], new Stroke(SKColors.Black, 1.4f));
    }

    private static void Band(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above, SKColor colour)
    {
        // A band that nobody holds for a time is drawn in pieces.
        for (var from = 0; from < ticks.Length; from++)
        {
            if (above[from] - below[from] < 1e-4)
            {
                continue;
            }

            var to = from;
            while (to + 1 < ticks.Length && above[to + 1] - below[to + 1] >= 1e-4)
            {
                to++;
            }

            var piece = Enumerable.Range(from, to - from + 1).ToArray();
            var end = Math.Max(axes.X(ticks[to]), axes.X(ticks[from]) + 1);
            sheet.Area(
                [
                    .. piece.Select(i => new SKPoint(axes.X(ticks[i]), axes.Y(above[i]))), new(end, axes.Y(above[to])), new(end, axes.Y(below[to])),
                    .. piece.Reverse().Select(i => new SKPoint(axes.X(ticks[i]), axes.Y(below[i]))),
                ],
                colour);
            from = to;
        }
    }

    private static void HatchVacant(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above)
    {
        for (var i = 0; i + 1 < ticks.Length; i++)
        {
            if (above[i] - below[i] > 0.005 && i % 3 == 0)
            {
                sheet.Line(axes.X(ticks[i]), axes.Y(below[i]), axes.X(ticks[Math.Min(i + 1, ticks.Length - 1)]), axes.Y(above[i]),
                    new Stroke(FigurePalette.Frame, 0.7f));
            }
        }
    }

    // Where the band is widest, if the name has room there.
    private static void NameBand(Sheet sheet, PanelAxes axes, int[] ticks, double[] below, double[] above, string name)
    {
        var width = TextStyle.Width(name, TextStyle.Small);
        var perTick = axes.Area.Width / axes.HorizonTicks;
        for (var i = 0; i < ticks.Length; i++)
        {
            var until = i;
            var (low, high) = (below[i], above[i]);
            while (until < ticks.Length && (ticks[until] - ticks[i]) * perTick < width + 6)
            {
                (low, high) = (Math.Max(low, below[until]), Math.Min(high, above[until]));
                until++;
            }

            if (until == ticks.Length)
            {
                return;
            }

            if (axes.Y(low) - axes.Y(high) >= NameLeast)
            {
                TextStyle.Draw(sheet, name, axes.X(ticks[i]) + 4, ((axes.Y(low) + axes.Y(high)) / 2) + 4, TextStyle.Small, colour: SKColors.White);
                return;
            }
        }
    }

    private static IEnumerable<int> Sampled(int lastTick, float width)
    {
        var stride = Math.Max(1, (int)((lastTick + 1) / width));
        return Enumerable.Range(0, lastTick + 1).Where(t => t % stride == 0 || t == lastTick);
    }
}
