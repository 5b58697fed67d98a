using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Draws figures as PNG of 300 dots an inch, and as PDF.</summary>
internal static class FigureRaster
{
    private const float DotsPerInch = 300;
    private const float UnitsPerInch = 96;
    private const float PointsPerInch = 72;

    // Flat colours make the smallest files without a filter. NoFilters sets no flag at all, and the library then tries filters on every row.
    private static readonly SKPngEncoderOptions Encoding = new(SKPngEncoderFilterFlags.None, 4);

    private static readonly MachineLetters Letters = new(MachineFonts.With);

    /// <summary>The figure as PNG.</summary>
    public static byte[] Png(IFigure figure)
    {
        const float scale = DotsPerInch / UnitsPerInch;
        var (width, height) = ((int)MathF.Round(figure.Size.Width * scale), (int)MathF.Round(figure.Size.Height * scale));
        var info = new SKImageInfo(width, height, SKImageInfo.PlatformColorType, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        Letters.Draw(Sheet.Of(figure), figure.Size, canvas);
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
            Letters.Draw(Sheet.Of(figure), figure.Size, canvas);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
