using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LeadershipSim.Runner.Describing;

/// <summary>What the code's own documentation says of a type.</summary>
internal static partial class TypeSummary
{
    /// <summary>The summary of a type, in one line.</summary>
    /// <exception cref="InvalidOperationException">The documentation that is built with the program is missing, or does not name the type.</exception>
    public static string Of(Type type)
    {
        var file = Path.ChangeExtension(type.Assembly.Location, ".xml");
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"the documentation file {Path.GetFileName(file)} is not beside the program; install it again");
        }

        var member = XDocument.Load(file).Descendants("member").FirstOrDefault(m => (string?)m.Attribute("name") == "T:" + type.FullName)?.Element("summary")
            ?? throw new InvalidOperationException($"{type.FullName} has no summary");
        var words = string.Concat(member.Nodes().Select(n => n is XElement e ? Reference(e) : n.ToString()));
        return Space().Replace(System.Net.WebUtility.HtmlDecode(words), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Reference(XElement element)
    {
        var name = (string?)element.Attribute("cref") ?? element.Value;
        name = name[(name.LastIndexOf('.') + 1)..];
        return $"`{char.ToLowerInvariant(name[0])}{name[1..]}`";
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
