using LeadershipSim.Runner.Figures.Drawing;
using LeadershipSim.Simulation.State;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>What happened in the course of a run, marked on its river.</summary>
internal static class RiverMarks
{
    /// <summary>Colour of shocks.</summary>
    public static SKColor Shock { get; } = SKColor.Parse("#C23B1E");

    /// <summary>The line where the last of a generation of leaders left.</summary>
    public static Stroke ExitLine => new(SKColors.Black, 1.2f, [4, 2]);

    /// <summary>Departures and shocks as triangles above, exits of generations as lines, failure as a cross.</summary>
    public static void Draw(Sheet sheet, PanelAxes axes, RunCourse course)
    {
        foreach (var (tick, _) in course.Departures)
        {
            Triangle(sheet, new(axes.X(tick), axes.Area.Top - 2), FigurePalette.Frame);
        }

        foreach (var tick in course.Shocks.Where(t => t <= course.LastTick))
        {
            Triangle(sheet, new(axes.X(tick), axes.Area.Top - 2), Shock);
        }

        foreach (var tick in course.CoreExits)
        {
            sheet.Line(axes.X(tick), axes.Area.Top - 8, axes.X(tick), axes.Area.Bottom, new Stroke(SKColors.White, 2.6f));
            sheet.Line(axes.X(tick), axes.Area.Top - 8, axes.X(tick), axes.Area.Bottom, ExitLine);
        }

        if (course.End == EndCause.Failure)
        {
            Cross(sheet, new(axes.X(course.LastTick), axes.Area.Top - 7));
        }
    }

    /// <summary>A triangle that points down.</summary>
    public static void Triangle(Sheet sheet, SKPoint tip, SKColor colour) => sheet.Area([tip, new(tip.X - 3, tip.Y - 6), new(tip.X + 3, tip.Y - 6)], colour);

    /// <summary>A cross.</summary>
    public static void Cross(Sheet sheet, SKPoint at)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            sheet.Line(at.X - 4, at.Y - (4 * sign), at.X + 4, at.Y + (4 * sign), new Stroke(SKColors.Black, 2));
        }
    }
}
