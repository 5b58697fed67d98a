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

    /// <summary>An indented object with its hash.</summary>
    public static string Add(string json) => json[..^End.Length] is var above ? $"{above}{Member}{HashOf(above)}\"{End}" : json;

    /// <summary>Whether a text has the hash that it states; so does one that states none, as earlier versions wrote.</summary>
    public static bool Holds(string text) => text.LastIndexOf(Member, StringComparison.Ordinal) is not (>= 0 and var at)
        || text.AsSpan(at + Member.Length).TrimEnd().SequenceEqual($"{HashOf(text[..at])}\"{End}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
