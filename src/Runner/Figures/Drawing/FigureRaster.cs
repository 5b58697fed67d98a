using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Draws figures as PNG of 300 dots an inch, and as PDF.</summary>
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
        PagePlot.Draw(Sheet.Of(figure), figure.Size, canvas);
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
            PagePlot.Draw(Sheet.Of(figure), figure.Size, canvas);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
