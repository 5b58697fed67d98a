using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Draws sheets with the graphics library: as PNG of 300 dots an inch, and as PDF.</summary>
internal static class FigureRaster
{
    private const float DotsPerInch = 300;
    private const float UnitsPerInch = 96;
    private const float PointsPerInch = 72;

    // Flat colours without filters make the smallest files; higher levels take twice the time for a hundredth of the size.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.NoFilters, 4);

    /// <summary>The figure as PNG.</summary>
    public static byte[] Png(IFigure figure)
    {
        const float scale = DotsPerInch / UnitsPerInch;
        var info = new SKImageInfo((int)MathF.Round(figure.Size.Width * scale), (int)MathF.Round(figure.Size.Height * scale));
        using var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        Draw(canvas, Sheet.Of(figure));
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(Encoding) ?? throw new InvalidOperationException($"The figure {figure.Name} of {info.Width} × {info.Height} dots is too large to encode.");
        return PngResolution.Stamp(data.ToArray(), DotsPerInch);
    }

    /// <summary>The figure as PDF: one page of its size. Words are outlines, so that the file needs no font and stays small.</summary>
    public static byte[] Pdf(IFigure figure)
    {
        using var stream = new MemoryStream();
        const float scale = PointsPerInch / UnitsPerInch;
        using (var document = SKDocument.CreatePdf(stream,
            new SKDocumentPdfMetadata { Title = figure.Name, Producer = "LeadershipSim", RasterDpi = DotsPerInch, EncodingQuality = 101 }))
        {
            var canvas = document.BeginPage(figure.Size.Width * scale, figure.Size.Height * scale);
            canvas.Scale(scale);
            Draw(canvas, Sheet.Of(figure), outlined: true);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }

    private static void Draw(SKCanvas canvas, Sheet sheet, bool outlined = false)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var mark in sheet.Marks)
        {
            switch (mark)
            {
                case LineMark line:
                    Stroked(canvas, paint, line.Stroke, line.Points, isClosed: false);
                    break;
                case AreaMark area:
                    Filled(paint, area.Fill);
                    using (var path = PathOf(area.Points, isClosed: true))
                    {
                        canvas.DrawPath(path, paint);
                    }

                    break;
                case BoxMark box:
                    Filled(paint, box.Fill);
                    canvas.DrawRect(box.Box, paint);
                    Stroked(canvas, paint, box.Edge,
                        [new(box.Box.Left, box.Box.Top), new(box.Box.Right, box.Box.Top), new(box.Box.Right, box.Box.Bottom),
                        new(box.Box.Left, box.Box.Bottom)], isClosed: true);
                    break;
                case CircleMark circle:
                    Draw(canvas, paint, circle);
                    break;
                case TextMark text:
                    Draw(canvas, paint, text, outlined);
                    break;
            }
        }
    }

    private static void Draw(SKCanvas canvas, SKPaint paint, CircleMark circle)
    {
        Filled(paint, circle.Fill);
        canvas.DrawCircle(circle.Centre, circle.Radius, paint);
        if (circle.Edge is { } edge)
        {
            (paint.Color, paint.IsStroke, paint.StrokeWidth) = (edge.Colour, true, edge.Width);
            canvas.DrawCircle(circle.Centre, circle.Radius, paint);
        }
    }

    private static void Draw(SKCanvas canvas, SKPaint paint, TextMark text, bool outlined)
    {
        using var font = TextStyle.Font(text.Size);
        Filled(paint, text.Colour);
        canvas.Save();
        canvas.Translate(text.At);
        canvas.RotateDegrees(text.Degrees);
        if (outlined)
        {
            var width = font.MeasureText(text.Text);
            using var outline = font.GetTextPath(text.Text,
                new SKPoint(text.Align switch { SKTextAlign.Center => -width / 2, SKTextAlign.Right => -width, _ => 0 }, 0));
            canvas.DrawPath(outline, paint);
        }
        else
        {
            canvas.DrawText(text.Text, 0, 0, text.Align, font, paint);
        }

        canvas.Restore();
    }

    private static void Filled(SKPaint paint, SKColor colour) => (paint.Color, paint.IsStroke) = (colour, false);

    private static void Stroked(SKCanvas canvas, SKPaint paint, Stroke? stroke, IReadOnlyList<SKPoint> points, bool isClosed)
    {
        if (stroke is null)
        {
            return;
        }

        (paint.Color, paint.IsStroke, paint.StrokeWidth) = (stroke.Colour, true, stroke.Width);
        using var dash = stroke.Dash is { Length: > 0 } lengths ? SKPathEffect.CreateDash(lengths, 0) : null;
        using var path = PathOf(points, isClosed);
        paint.PathEffect = dash;
        canvas.DrawPath(path, paint);
        paint.PathEffect = null;
    }

    private static SKPath PathOf(IReadOnlyList<SKPoint> points, bool isClosed)
    {
        var path = new SKPath();
        path.AddPoly([.. points], isClosed);
        return path;
    }
}
