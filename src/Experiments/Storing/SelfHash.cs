using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace LeadershipSim.Experiments.Storing;

/// <summary>
/// The hash by which a JSON object states, in its last member, what all before it was when it was written: a manifest lists the hashes of all
/// files but its own.
/// </summary>
internal static class SelfHash
{
    private const string Member = ",\n  \"sha256OfTheAbove\": \"";
    private const string End = "\n}";
    private const int Digits = 2 * SHA256.HashSizeInBytes;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>An indented object with its hash.</summary>
    public static string Add(string json) => json[..^End.Length] is var above ? $"{above}{Member}{HashOf(above)}\"{End}" : json;

    /// <summary>Whether a text has the hash that it states; so does one that states none, as earlier versions wrote.</summary>
    public static bool Holds(string text) => text.LastIndexOf(Member, StringComparison.Ordinal) is >= 0 and var at
        ? text.AsSpan(at + Member.Length).TrimEnd().SequenceEqual($"{HashOf(text[..at])}\"{End}")
        : !EndsWithHash(text.AsSpan().TrimEnd());

    // A hash under another name: the name was changed.
    private static bool EndsWithHash(ReadOnlySpan<char> text) =>
        text.Length > End.Length + 1 + Digits && !text[^(End.Length + 1 + Digits)..^(End.Length + 1)].ContainsAnyExcept(HexDigits);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
