using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace LeadershipSim.Runner.Figures.Drawing;

/// <summary>
/// Makes small and stable what the graphics library writes as SVG: places to a tenth, steps along one axis in short, one place a line of
/// text instead of one a letter, colours in one spelling that style sheets can name.
/// </summary>
internal static partial class SvgTidy
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["black"] = "#000000",
        ["white"] = "#ffffff",
        ["gray"] = "#808080",
        ["silver"] = "#c0c0c0",
        ["maroon"] = "#800000",
        ["red"] = "#ff0000",
        ["purple"] = "#800080",
        ["fuchsia"] = "#ff00ff",
        ["green"] = "#008000",
        ["lime"] = "#00ff00",
        ["olive"] = "#808000",
        ["yellow"] = "#ffff00",
        ["navy"] = "#000080",
        ["blue"] = "#0000ff",
        ["teal"] = "#008080",
        ["aqua"] = "#00ffff",
    };

    // The library leaves this colour out of words, as it is what an SVG has anyway; style sheets that follow dark paper name it.
    private const string Black = "black";

    /// <summary>The elements inside of a document.</summary>
    public static string ElementsOf(string document)
    {
        var svg = new StringBuilder();
        foreach (var element in XDocument.Parse(document).Root!.Elements())
        {
            Write(svg, element);
        }

        return svg.ToString();
    }

    private static void Write(StringBuilder svg, XElement element)
    {
        svg.Append('<').Append(element.Name.LocalName);
        foreach (var (name, value) in Attributes(element))
        {
            svg.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        // The library indents words; blanks inside of them stay.
        var words = element.Name.LocalName == "text" ? WebUtility.HtmlEncode(element.Value.Trim()) : "";
        svg.Append(words.Length == 0 ? "/>\n" : $">{words}</text>\n");
    }

    private static IEnumerable<(string Name, string Value)> Attributes(XElement element) =>
        element.Name.LocalName == "text" ? WordsAt(element) : element.Attributes().Select(a => (a.Name.LocalName, a.Value))
            .Select(Tidied).OfType<(string, string)>();

    private static (string, string)? Tidied((string Name, string Value) attribute) => attribute switch
    {
        ("stroke-miterlimit", _) or (_, "") => null,
        ("fill" or "stroke", "none") => attribute,
        ("fill" or "stroke", var colour) => (attribute.Name, Hex(colour)),
        ("d", var path) => ("d", Path(path)),
        ("fill-opacity" or "stroke-opacity", var share) => (attribute.Name, Invariant($"{Number(share):0.##}")),
        ("stroke-dasharray", var lengths) => (attribute.Name, string.Join(' ', Numbers(lengths).Select(n => Invariant($"{n:0.##}")))),
        ("stroke-width", var width) => (attribute.Name, Invariant($"{Number(width):0.##}")),
        (_, var value) when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var place) => (attribute.Name, Place(place)),
        _ => attribute,
    };

    // The library turns and moves the page and gives every letter a place.
    private static IEnumerable<(string Name, string Value)> WordsAt(XElement text)
    {
        var (turned, moved) = Transform((string?)text.Attribute("transform") ?? "");
        var (x, y) = (Numbers((string)text.Attribute("x")!)[0], Numbers((string)text.Attribute("y")!)[0]);
        var (cos, sin) = turned;
        var (left, line) = (moved.X + (cos * x) - (sin * y), moved.Y + (sin * x) + (cos * y));
        yield return ("x", Place(left));
        yield return ("y", Place(line));
        yield return ("font-size", Place(Number((string)text.Attribute("font-size")!)));
        yield return ("fill", Hex((string?)text.Attribute("fill") ?? Black));
        if (Math.Abs(sin) > 1e-6)
        {
            yield return ("transform", $"rotate({Place(Math.Atan2(sin, cos) * 180 / Math.PI)} {Place(left)} {Place(line)})");
        }
    }

    private static ((double Cos, double Sin) Turned, (double X, double Y) Moved) Transform(string transform)
    {
        var numbers = Numbers(transform);
        return numbers.Length switch
        {
            0 => ((1, 0), (0, 0)),
            2 => ((1, 0), (numbers[0], numbers[1])),
            _ => ((numbers[0], numbers[1]), (numbers[4], numbers[5])),
        };
    }

    private static string Path(string path)
    {
        var tidy = new StringBuilder();
        var (x, y) = ("", "");
        foreach (Match step in Step().Matches(path))
        {
            var numbers = Numbers(step.Groups[2].Value);
            if (step.Groups[1].Value is not ("M" or "L"))
            {
                tidy.Append(step.Groups[1].Value).AppendJoin(' ', numbers.Select(Place));
                (x, y) = numbers.Length >= 2 ? (Place(numbers[^2]), Place(numbers[^1])) : ("", "");
                continue;
            }

            var (nextX, nextY) = (Place(numbers[0]), Place(numbers[1]));
            tidy.Append(step.Groups[1].Value == "M" ? $"M{nextX} {nextY}"
                : nextX == x && nextY == y ? ""
                : nextY == y ? $"H{nextX}"
                : nextX == x ? $"V{nextY}"
                : $"L{nextX} {nextY}");
            (x, y) = (nextX, nextY);
        }

        return tidy.ToString();
    }

    private static string Hex(string colour)
    {
        var parsed = SKColor.Parse(Names.GetValueOrDefault(colour, colour));
        return Invariant($"#{parsed.Red:x2}{parsed.Green:x2}{parsed.Blue:x2}");
    }

    // A tenth of a unit is a thousandth of an inch: more digits only make the file larger.
    private static string Place(double value) =>
        Math.Round(value, 1) is var rounded && rounded == 0 ? "0" : Invariant($"{rounded:0.#}");

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double[] Numbers(string text) => [.. NumberIn().Matches(text).Select(m => Number(m.Value))];

    [GeneratedRegex("([A-Za-z])([^A-Za-z]*)")]
    private static partial Regex Step();

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")]
    private static partial Regex NumberIn();
}
