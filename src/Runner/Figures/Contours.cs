using SkiaSharp;

namespace LeadershipSim.Runner.Figures;

/// <summary>
/// Lines of equal value between the centres of cells, by marching squares: in each square of four centres the level is crossed on sides whose
/// ends lie on different sides of it, at the place of linear interpolation. Of two lines in a saddle the mean decides which ends belong together.
/// </summary>
/// <remarks>Lorensen and Cline (1987), doi:10.1145/37402.37422, in two dimensions.</remarks>
internal static class Contours
{
    /// <summary>The pieces of a line, in units of cells from the centre of the first.</summary>
    public static IEnumerable<(SKPoint From, SKPoint To)> Of(IReadOnlyList<IReadOnlyList<PlaneCell>> cells, double level)
    {
        for (var y = 0; y + 1 < cells.Count; y++)
        {
            for (var x = 0; x + 1 < cells[y].Count; x++)
            {
                if (cells[y][x].Value is { } a && cells[y][x + 1].Value is { } b && cells[y + 1][x + 1].Value is { } c && cells[y + 1][x].Value is { } d)
                {
                    foreach (var piece in InSquare(x, y, [a, b, c, d], level))
                    {
                        yield return piece;
                    }
                }
            }
        }
    }

    private static IEnumerable<(SKPoint, SKPoint)> InSquare(int x, int y, double[] values, double level)
    {
        SKPoint[] corners = [new(x, y), new(x + 1, y), new(x + 1, y + 1), new(x, y + 1)];
        var crossings = new List<SKPoint>();
        for (var k = 0; k < 4; k++)
        {
            var next = (k + 1) % 4;
            if (values[k] >= level != values[next] >= level)
            {
                var part = (float)((level - values[k]) / (values[next] - values[k]));
                crossings.Add(new(corners[k].X + (part * (corners[next].X - corners[k].X)), corners[k].Y + (part * (corners[next].Y - corners[k].Y))));
            }
        }

        if (crossings.Count == 2)
        {
            return [(crossings[0], crossings[1])];
        }

        // Four crossings: where the middle is like the first corner, the lines cut the second and the fourth corner off.
        var joined = values.Average() >= level == values[0] >= level;
        return crossings.Count < 4 ? [] : joined ? [(crossings[0], crossings[1]), (crossings[2], crossings[3])]
            : [(crossings[3], crossings[0]), (crossings[1], crossings[2])];
    }
}
