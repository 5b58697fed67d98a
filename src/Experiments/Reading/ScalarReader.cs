using System.Globalization;
using System.Text.RegularExpressions;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Experiments.Reading;

/// <summary>Reads scalars as values of parameters.</summary>
internal static partial class ScalarReader
{
    private static readonly string[] Spreads = ["levels", "range", "distribution"];

    /// <summary>The value of a parameter; null after logging the problem.</summary>
    public static object? Read(Node node, Parameter parameter, string path, ProblemLog log)
    {
        var type = parameter.Property.PropertyType;
        object? value = type.IsEnum ? ReadChoice(node, type)
            : type == typeof(double) ? Number(node)
            : type == typeof(int) ? WholeNumber(node) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : null
            : type == typeof(bool) ? Flag(node)
            : node is ScalarNode { IsEmpty: false } text ? text.Text
            : null;
        if (value is null)
        {
            var hint = parameter.IsNumeric ? HintOfFactor(node, path) : "";
            var near = type.IsEnum && node is ScalarNode word ? Spelling.Nearest(word.Text, Spelled.Choices(type)) : null;
            var found = parameter.IsNumeric ? DescribeNumber(node) : NodeTree.Describe(node);
            log.Add(node.Place, path, $"{path} is {found}; allowed is {parameter.Allowed}{hint}", near);
            return null;
        }

        if (parameter.Problem(value) is not null)
        {
            log.Add(node.Place, path, $"{path} is {Spelled.Of(value)}; allowed is {parameter.Allowed}");
            return null;
        }

        return value;
    }

    // What varies stands under factors; of --set the whole that can be pasted.
    private static string HintOfFactor(Node node, string path)
    {
        const string Set = "--set ";
        var isSpread = node is ListNode || (node is MapNode map && Array.Exists(Spreads, s => map[s] is not null));
        var origin = node.Place.File;
        var value = origin.StartsWith(Set, StringComparison.Ordinal) ? origin[(origin.IndexOf('=', StringComparison.Ordinal) + 1)..] : null;
        return !isSpread ? ""
            : value is null ? " (to vary it, name it under factors, with levels, a range or a distribution)"
            : $"; to vary it: {Set}{ShellText.Quote($"factors.{path}={(node is ListNode ? $"{{levels: {value}}}" : value)}")}";
    }

    /// <summary>What stands where a number is wanted, and why it is not a number.</summary>
    public static string DescribeNumber(Node node) => node switch
    {
        ScalarNode { IsQuoted: true } quoted when double.TryParse(quoted.Text, CultureInfo.InvariantCulture, out _) =>
            $"{NodeTree.Describe(node)} in quotes, which makes it a text; write {quoted.Text} without them",
        ScalarNode { IsQuoted: false } scalar when HasLeadingZero(scalar.Text) =>
            $"{NodeTree.Describe(node)} with a leading zero, which some programs read as octal; write {WithoutLeadingZeros(scalar.Text)}",
        ScalarNode { IsQuoted: false } scalar when WithSeparators().IsMatch(scalar.Text) =>
            $"{NodeTree.Describe(node)} with separators; write {scalar.Text.Replace(",", "", StringComparison.Ordinal)}",
        _ => NodeTree.Describe(node),
    };

    /// <summary>Whether a number is written with zeros before its first digit, as in 010: YAML 1.1 reads that as 8, YAML 1.2 as 10.</summary>
    public static bool HasLeadingZero(string text) => text.TrimStart('+', '-') is ['0', >= '0' and <= '9', ..];

    /// <summary>A finite number, null when it is not one.</summary>
    public static double? Number(Node node) =>
        node is ScalarNode { IsQuoted: false } scalar && !HasLeadingZero(scalar.Text)
        && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A whole number, null when it is not one.</summary>
    public static long? WholeNumber(Node node) =>
        node is ScalarNode { IsQuoted: false } scalar && !HasLeadingZero(scalar.Text)
        && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A flag, null when it is not one.</summary>
    public static bool? Flag(Node node) => node is ScalarNode { IsQuoted: false, Text: "true" or "false" } flag ? flag.Text == "true" : null;

    private static string WithoutLeadingZeros(string text)
    {
        var rest = text.TrimStart('+', '-').TrimStart('0');
        return (text[0] == '-' ? "-" : "") + (rest is [>= '0' and <= '9', ..] ? rest : "0" + rest);
    }

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(,\d{3})+$", RegexOptions.ECMAScript)]
    private static partial Regex WithSeparators();

    private static object? ReadChoice(Node node, Type choice) =>
        node is ScalarNode scalar && Spelled.Choices(choice).Contains(scalar.Text) ? Enum.Parse(choice, scalar.Text, ignoreCase: true) : null;
}
