using System.Buffers.Binary;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>Writes into a PNG how many dots make an inch, so that it is placed at its size in a manuscript.</summary>
internal static class PngResolution
{
    // Signature (8 bytes) and the IHDR chunk (4 length, 4 name, 13 data, 4 checksum): pHYs must come after it and before the image.
    private const int EndOfHeader = 8 + 25;
    private const double InchesPerMetre = 1 / 0.0254;

    /// <summary>The same image with a resolution.</summary>
    public static byte[] Stamp(byte[] png, double dotsPerInch)
    {
        var perMetre = (uint)Math.Round(dotsPerInch * InchesPerMetre);
        var chunk = new byte[21];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc32.Of(0, chunk.AsSpan(4, 13)));
        return [.. png.AsSpan(0, EndOfHeader), .. chunk, .. png.AsSpan(EndOfHeader)];
    }
}
