using System.Text;
using System.Text.RegularExpressions;

namespace LeadershipSim.Experiments.Tables;

/// <summary>A text cannot be decoded.</summary>
/// <param name="line">Line of the first byte that cannot, from 1.</param>
/// <param name="column">Its column, in letters from 1.</param>
/// <param name="message">What was found, and what to do.</param>
internal sealed class TextDecodingException(int line, int column, string message) : FormatException(message)
{
    /// <summary>Line of the first byte that cannot be decoded, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Its column, in letters from 1.</summary>
    public int Column { get; } = column;
}

/// <summary>
/// Turns bytes into text and guesses nothing: UTF-8, UTF-16 where a byte order mark says so, XML in the encoding that it declares, or an
/// encoding that is given. A byte that does not belong there is an error; another letter in its place would make two names one.
/// </summary>
internal static partial class TextDecoder
{
    // A declaration stands at the very start; it is ASCII in every encoding read here.
    private const int DeclarationLength = 256;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names of encodings to suggest; every other name that .NET knows is read as well.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "utf-8", "latin1", "windows-1252", "windows-1250", "windows-1251", "utf-16", "utf-16be", "macintosh", "shift_jis", "gb18030",
    ];

    /// <summary>Whether a name is that of an encoding.</summary>
    public static bool IsKnown(string name) => Named(name) is not null;

    /// <summary>The text of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="encoding">Name of the encoding; null: UTF-8, or UTF-16 by its mark.</param>
    /// <param name="isXml">Whether an XML declaration names the encoding.</param>
    /// <exception cref="TextDecodingException">A byte does not belong to the encoding.</exception>
    public static string Decode(byte[] bytes, string? encoding = null, bool isXml = false)
    {
        var (marked, start) = Mark(bytes);
        var chosen = marked ?? (encoding is not null ? Named(encoding) : isXml ? Declared(bytes) : null) ?? Utf8;
        var text = Strict(chosen, bytes, start, encoding is null && !isXml);
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero)
        {
            var (line, column) = PlaceIn(text.AsSpan(0, zero));
            throw new TextDecodingException(line, column, "found a zero byte, which no text holds; a table of another program is to be saved as CSV or Parquet, and UTF-16 needs its byte order mark or --encoding utf-16");
        }

        return isXml ? DeclaredEncoding().Replace(text, "${before}UTF-8${after}", 1) : text;
    }

    private static string Strict(Encoding encoding, byte[] bytes, int start, bool isGuess)
    {
        try
        {
            return encoding.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            // The decoder counts from where it started, and not always right.
            var bad = FirstBad(encoding, bytes, start);
            var (line, column) = PlaceIn(Lenient(encoding).GetString(bytes, start, bad - start));
            var found = Invariant($"byte 0x{bytes[bad]:X2} is not {encoding.WebName.ToUpperInvariant()}");
            throw new TextDecodingException(line, column, found + (isGuess ? "; save the file as UTF-8, or for a table name its encoding, as in --encoding latin1 or --encoding windows-1252" : $"; save the file as UTF-8, or name the encoding it has ({error.GetType().Name})"));
        }
    }

    // Where the letter begins that cannot be decoded: its first byte is what another encoding would read, not the byte at which the decoder gives up.
    private static int FirstBad(Encoding encoding, byte[] bytes, int start)
    {
        var decoder = encoding.GetDecoder();
        var letters = new char[8];
        var letter = start;
        try
        {
            for (var k = start; k < bytes.Length; k++)
            {
                letter = decoder.GetChars(bytes, k, 1, letters, 0, flush: false) > 0 ? k + 1 : letter;
            }
        }
        catch (DecoderFallbackException)
        {
            return letter;
        }

        return Math.Min(letter, bytes.Length - 1);
    }

    private static (Encoding? Encoding, int Start) Mark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => (null, 0),
    };

    private static Encoding? Declared(byte[] bytes)
    {
        var start = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationLength));
        return DeclaredEncoding().Match(start) is not { Success: true } declared ? null
            : Named(declared.Groups["name"].Value) ?? throw new TextDecodingException(1, 1, $"the encoding \"{declared.Groups["name"].Value}\" that the file declares is not known; save it as UTF-8");
    }

    private static Encoding? Named(string name)
    {
        var spelled = name.ToUpperInvariant() switch
        {
            "UTF8" => "utf-8",
            "LATIN1" or "LATIN-1" => "iso-8859-1",
            "CP1252" => "windows-1252",
            "UTF-16" or "UTF16" => "utf-16",
            _ => name,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(spelled, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(spelled, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding Lenient(Encoding encoding)
    {
        var copy = (Encoding)encoding.Clone();
        copy.DecoderFallback = DecoderFallback.ReplacementFallback;
        return copy;
    }

    private static (int Line, int Column) PlaceIn(ReadOnlySpan<char> before)
    {
        var (line, column) = (1, 1);
        for (var k = 0; k < before.Length; k++)
        {
            var isBreak = before[k] == '\n' || (before[k] == '\r' && (k + 1 == before.Length || before[k + 1] != '\n'));
            (line, column) = isBreak ? (line + 1, 1) : (line, column + 1);
        }

        return (line, column);
    }

    [GeneratedRegex("""(?<before>^\s*<\?xml[^>]*?encoding\s*=\s*["'])(?<name>[A-Za-z0-9._-]+)(?<after>["'])""")]
    private static partial Regex DeclaredEncoding();
}
