namespace LeadershipSim.Experiments.Storing.Files;

/// <summary>
/// The checksum of files in ZIP archives and of chunks in PNG images: CRC-32 with the reflected polynomial 0xEDB88320 (ISO 3309, RFC 1952 section 8).
/// </summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Shifted((uint)n))];

    /// <summary>The checksum of what came before and of some bytes more; that of nothing is 0.</summary>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var sum = ~before;
        foreach (var value in bytes)
        {
            sum = Table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : Polynomial ^ (value >> 1);
        }

        return value;
    }
}
