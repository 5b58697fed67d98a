using System.Net;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.Tests.Figures.Golden;

/// <summary>The words and numbers of a drawing, in the order in which they are drawn.</summary>
internal static partial class SvgWords
{
    /// <summary>All texts of a drawing.</summary>
    public static IReadOnlyList<string> Of(string svg) => [.. Text().Matches(svg).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>The first text that differs; null: none.</summary>
    public static string? Difference(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var at = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == before.Count && at == now.Count ? null
            : $"text {at + 1} is \"{now.ElementAtOrDefault(at) ?? "not there"}\" and was \"{before.ElementAtOrDefault(at) ?? "not there"}\"";
    }

    [GeneratedRegex("<text[^>]*>([^<]*)</text>")]
    private static partial Regex Text();
}
