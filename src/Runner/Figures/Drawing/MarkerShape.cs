using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Shapes of single points, by which arms are told apart where no line connects them.</summary>
internal enum MarkerShape
{
    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle that points up.</summary>
    Up,

    /// <summary>A triangle that points down.</summary>
    Down,

    /// <summary>A diamond.</summary>
    Diamond,

    /// <summary>An upright cross.</summary>
    Plus,

    /// <summary>A slanting cross.</summary>
    Cross,
}

/// <summary>Draws markers.</summary>
internal static class Marker
{
    /// <summary>Draws a marker.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="look">Shape and colour.</param>
    /// <param name="at">Centre.</param>
    /// <param name="radius">Half its width.</param>
    public static void Draw(Sheet sheet, ArmLook look, SKPoint at, float radius = 3.4f)
    {
        var fill = look.IsHollow ? SKColors.White : look.Colour;
        var edge = new Stroke(look.Colour, 1.4f);
        switch (look.Marker)
        {
            case MarkerShape.Circle:
                sheet.Circle(at, radius, fill, edge);
                break;
            case MarkerShape.Plus:
                sheet.Line(at.X - radius, at.Y, at.X + radius, at.Y, edge with { Width = 2 });
                sheet.Line(at.X, at.Y - radius, at.X, at.Y + radius, edge with { Width = 2 });
                break;
            case MarkerShape.Cross:
                sheet.Line(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius, edge with { Width = 2 });
                sheet.Line(at.X - radius, at.Y + radius, at.X + radius, at.Y - radius, edge with { Width = 2 });
                break;
            default:
                SKPoint[] corners = [.. Corners(look.Marker).Select(c => new SKPoint(at.X + (c.X * radius), at.Y + (c.Y * radius)))];
                sheet.Area(corners, fill);
                sheet.Line([.. corners, corners[0]], edge);
                break;
        }
    }

    private static SKPoint[] Corners(MarkerShape shape) => shape switch
    {
        MarkerShape.Square => [new(-0.9f, -0.9f), new(0.9f, -0.9f), new(0.9f, 0.9f), new(-0.9f, 0.9f)],
        MarkerShape.Up => [new(0, -1.15f), new(1.1f, 0.85f), new(-1.1f, 0.85f)],
        MarkerShape.Down => [new(0, 1.15f), new(1.1f, -0.85f), new(-1.1f, -0.85f)],
        _ => [new(0, -1.25f), new(1.25f, 0), new(0, 1.25f), new(-1.25f, 0)],
    };
}
