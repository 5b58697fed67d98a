using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Writes a figure as PNG (300 dots per inch), SVG and CSV of the same name.</summary>
internal static class FigureFiles
{
    private const float DotsPerInch = 300;
    private const float UnitsPerInch = 96;

    /// <summary>Writes the three files.</summary>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Write(IFigure figure, string directory)
    {
        Directory.CreateDirectory(directory);
        string PathOf(string extension) => Path.Combine(directory, figure.Name + extension);
        File.WriteAllBytes(PathOf(".png"), Png(figure));
        File.WriteAllText(PathOf(".svg"), FigureSvg.Standalone(figure));
        File.WriteAllText(PathOf(".csv"), figure.Data.ToString());
        return [PathOf(".png"), PathOf(".svg"), PathOf(".csv")];
    }

    /// <summary>The figure as PNG.</summary>
    public static byte[] Png(IFigure figure) => PngResolution.Stamp(FigureDrawing.Alone(() => Encoded(figure)), DotsPerInch);

    private static byte[] Encoded(IFigure figure)
    {
        const float scale = DotsPerInch / UnitsPerInch;
        var info = new SKImageInfo((int)MathF.Round(figure.Size.Width * scale), (int)MathF.Round(figure.Size.Height * scale));
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        figure.Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
