using System.Globalization;
using System.Text;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Letters that the font lacks, as those of other scripts: the graphics library leaves them out of an SVG, where the reader's machine could
/// show them. They pass through it as Braille patterns, which the font has, and are put back in the file.
/// </summary>
internal sealed class UnknownLetters
{
    /// <summary>A blank as wide as the font is high, which is what letters of other scripts and emoji take.</summary>
    public const string Blank = "\u2003";

    private const char FirstStandIn = '\u2801';
    private const int MostStandIns = 254;

    private readonly Dictionary<string, char> _standIns = new(StringComparer.Ordinal);

    /// <summary>The sheet with stand-ins for what the font lacks.</summary>
    public Sheet Replaced(Sheet sheet) => sheet.Worded(Replaced);

    /// <summary>The text with the letters themselves in place of their stand-ins.</summary>
    public string PutBack(string text)
    {
        var back = _standIns.ToDictionary(p => p.Value, p => p.Key);
        return back.Count == 0 ? text : string.Concat(text.Select(c => back.GetValueOrDefault(c) ?? c.ToString()));
    }

    private string Replaced(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var replaced = new StringBuilder();
        foreach (var letter in Of(text))
        {
            replaced.Append(IsKnown(letter) ? letter : StandIn(letter).ToString());
        }

        return replaced.ToString();
    }

    private char StandIn(string letter)
    {
        if (!_standIns.TryGetValue(letter, out var standIn) && _standIns.Count < MostStandIns)
        {
            _standIns[letter] = standIn = (char)(FirstStandIn + _standIns.Count);
        }

        return standIn == default ? '?' : standIn;
    }

    /// <summary>Whether the font has all of a letter.</summary>
    public static bool IsKnown(string letter) =>
        letter.EnumerateRunes().All(r => r.Value is not (>= 0x2800 and <= 0x28FF) && FigureFont.Typeface.GetGlyph(r.Value) != 0);

    /// <summary>The letters of a text, each with all that belongs to it.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var letters = StringInfo.GetTextElementEnumerator(text); letters.MoveNext();)
        {
            yield return letters.GetTextElement();
        }
    }

    /// <summary>The text as wide as it is where another font fills the gaps.</summary>
    public static string Widened(string text) => text.All(char.IsAscii) ? text : string.Concat(Of(text).Select(l => IsKnown(l) ? l : Blank));
}
