using System.Security.Cryptography;
using System.Text;

namespace LeadershipSim.Experiments.Identity;

/// <summary>The first 128 bits of SHA-256, as 26 characters in base 32 that survive file names, URLs and eyes (Crockford's alphabet).</summary>
public static class ContentHash
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Bytes = 16;
    private const int Characters = 26;

    /// <summary>The hash of a text in UTF-8.</summary>
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of bytes.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash[..Bytes]);
    }

    /// <summary>The hash as 26 characters.</summary>
    public static string Spell(UInt128 hash) =>
        string.Create(Characters, hash, static (characters, rest) =>
        {
            for (var k = Characters - 1; k >= 0; k--)
            {
                characters[k] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        });
}
