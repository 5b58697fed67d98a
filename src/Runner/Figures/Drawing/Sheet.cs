using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// What a figure puts its marks on, in 96ths of an inch, later ones above earlier ones. <see cref="PagePlot"/> makes a plot of it, which
/// ScottPlot draws as SVG, PNG and PDF. It is a plain list, so figures are laid out side by side on several threads, and a test can ask where
/// the words lie.
/// </summary>
public sealed class Sheet
{
    private readonly List<Mark> _marks = [];

    /// <summary>The marks, from below to above.</summary>
    internal IReadOnlyList<Mark> Marks => _marks;

    /// <summary>Draws a figure.</summary>
    internal static Sheet Of(IFigure figure)
    {
        var sheet = new Sheet();
        figure.Draw(sheet);
        return sheet;
    }

    /// <summary>Adds marks as they are.</summary>
    internal void Add(IEnumerable<Mark> marks) => _marks.AddRange(marks);

    /// <summary>A straight line.</summary>
    public void Line(float x1, float y1, float x2, float y2, Stroke stroke) => _marks.Add(new LineMark([new(x1, y1), new(x2, y2)], stroke));

    /// <summary>A line through points; fewer than two draw nothing.</summary>
    public void Line(IReadOnlyList<SKPoint> points, Stroke stroke)
    {
        if (points.Count > 1)
        {
            _marks.Add(new LineMark(points, stroke));
        }
    }

    /// <summary>A filled polygon; fewer than three corners draw nothing.</summary>
    public void Area(IReadOnlyList<SKPoint> corners, SKColor fill)
    {
        if (corners.Count > 2)
        {
            _marks.Add(new AreaMark(corners, fill));
        }
    }

    /// <summary>A rectangle.</summary>
    public void Box(SKRect box, SKColor fill, Stroke? edge = null) => _marks.Add(new BoxMark(box.Standardized, fill, edge));

    /// <summary>A circle.</summary>
    public void Circle(SKPoint centre, float radius, SKColor fill, Stroke? edge = null) => _marks.Add(new CircleMark(centre, radius, fill, edge));

    /// <summary>One line of text; <paramref name="at"/> lies on its base line.</summary>
    public void Text(string text, SKPoint at, float size, SKTextAlign align, SKColor colour, float degrees = 0)
    {
        if (text.Length > 0)
        {
            _marks.Add(new TextMark(Printable(text), at, size, align, colour, degrees));
        }
    }

    /// <summary>Axes of a panel with their grid and labels.</summary>
    internal void Axes(SKRect area, AxisTicks? across, AxisTicks? up) =>
        _marks.Add(new AxesMark(area, across?.Worded(Printable), up?.Worded(Printable)));

    /// <summary>The left and lower edges of a panel.</summary>
    internal void Frame(SKRect area) => _marks.Add(new AxesMark(area, null, null, HasFrame: true));

    /// <summary>Puts another sheet on this one.</summary>
    /// <param name="other">The other sheet.</param>
    /// <param name="left">Where its left edge comes to lie.</param>
    /// <param name="top">Where its upper edge comes to lie.</param>
    /// <param name="scale">By how much it is made smaller.</param>
    public void Put(Sheet other, float left, float top, float scale)
    {
        SKPoint At(SKPoint p) => new(left + (scale * p.X), top + (scale * p.Y));
        Stroke? Scaled(Stroke? stroke) =>
            stroke is null ? null : stroke with { Width = scale * stroke.Width, Dash = stroke.Dash?.Select(d => scale * d).ToArray() };
        SKRect BoxAt(SKRect box) => SKRect.Create(left + (scale * box.Left), top + (scale * box.Top), scale * box.Width, scale * box.Height);
        foreach (var mark in other.Marks)
        {
            _marks.Add(mark switch
            {
                LineMark line => new LineMark([.. line.Points.Select(At)], Scaled(line.Stroke)!),
                AreaMark area => area with { Points = [.. area.Points.Select(At)] },
                BoxMark box => new BoxMark(BoxAt(box.Box), box.Fill, Scaled(box.Edge)),
                CircleMark circle => new CircleMark(At(circle.Centre), scale * circle.Radius, circle.Fill, Scaled(circle.Edge)),
                AxesMark axes => axes with { Area = BoxAt(axes.Area), Scale = scale * axes.Scale },
                TextMark text => text with { At = At(text.At), Size = scale * text.Size },
                _ => mark,
            });
        }
    }

    /// <summary>The sheet with other words.</summary>
    internal Sheet Worded(Func<string, string> word)
    {
        var sheet = new Sheet();
        sheet._marks.AddRange(_marks.Select(mark => mark switch
        {
            TextMark text => text with { Text = word(text.Text) },
            AxesMark axes => axes with { Across = axes.Across?.Worded(word), Up = axes.Up?.Worded(word) },
            _ => mark,
        }));
        return sheet;
    }

    /// <summary>Slanting lines over a rectangle, at equal distances.</summary>
    public void Hatch(SKRect box, Stroke stroke, float distance = 5)
    {
        for (var start = box.Left - box.Height + distance; start < box.Right; start += distance)
        {
            // From the lower edge at 45 degrees to the upper one, cut at the sides.
            var (from, to) = (Math.Max(start, box.Left), Math.Min(start + box.Height, box.Right));
            Line(from, box.Bottom - (from - start), to, box.Bottom - (to - start), stroke);
        }
    }

    // Control characters have no glyphs and are no text in XML; a line of a sheet is one line.
    private static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
