using SkiaSharp;

namespace LeadershipSim.Runner.Tests.Figures.Golden;

/// <summary>A picture at a sixth of its size, which is enough to see a word that moved or a line that is missing.</summary>
/// <param name="Width">Width in dots.</param>
/// <param name="Colours">Dots, row by row.</param>
internal sealed record SmallPicture(int Width, SKColor[] Colours)
{
    private const int Part = 6;

    // Processors round the mixing of colours differently, by a few of 255 levels; a thin line at a sixth of its size differs by more than this.
    private const int Levels = 24;
    private const int FewDots = 4;

    /// <summary>The picture of a PNG of full size: each dot is the mean of those it stands for.</summary>
    public static SmallPicture Of(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        var (width, height, pixels) = ((bitmap.Width + Part - 1) / Part, (bitmap.Height + Part - 1) / Part, bitmap.Pixels);
        var sums = new int[width * height, 4];
        for (var k = 0; k < pixels.Length; k++)
        {
            var (to, from) = ((k / bitmap.Width / Part * width) + (k % bitmap.Width / Part), pixels[k]);
            sums[to, 0] += from.Red;
            sums[to, 1] += from.Green;
            sums[to, 2] += from.Blue;
            sums[to, 3]++;
        }

        byte Mean(int k, int channel) => (byte)(sums[k, channel] / sums[k, 3]);
        return new(width, [.. Enumerable.Range(0, width * height).Select(k => new SKColor(Mean(k, 0), Mean(k, 1), Mean(k, 2)))]);
    }

    /// <summary>Reads a picture that was written.</summary>
    public static SmallPicture Read(string path)
    {
        using var bitmap = SKBitmap.Decode(path);
        return new(bitmap.Width, bitmap.Pixels);
    }

    /// <summary>Writes the picture.</summary>
    public void Write(string path)
    {
        using var bitmap = new SKBitmap(Width, Colours.Length / Width) { Pixels = Colours };
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
    }

    /// <summary>What differs from another picture; null: nothing that can be seen.</summary>
    public string? Difference(SmallPicture other)
    {
        if (other.Width != Width || other.Colours.Length != Colours.Length)
        {
            return $"{Width} × {Colours.Length / Width} dots, not {other.Width} × {other.Colours.Length / other.Width}";
        }

        int[] differing = [.. Enumerable.Range(0, Colours.Length).Where(k => Distance(Colours[k], other.Colours[k]) > Levels)];
        return differing.Length <= FewDots ? null
            : $"{differing.Length} dots differ, between ({differing.Min(k => k % Width)}, {differing[0] / Width}) and ({differing.Max(k => k % Width)}, {differing[^1] / Width})";
    }

    private static int Distance(SKColor a, SKColor b) => Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue)));
}
