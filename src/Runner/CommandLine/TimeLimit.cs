using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>How people write a time limit: 90s, 55m, 1h30m, 2d.</summary>
internal static partial class TimeLimit
{
    /// <summary>Longest time a timer can wait, nearly.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(45);

    /// <summary>Reads a time; null when the text is not a time, is zero, or is longer than <see cref="Longest"/>.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var time = TimeSpan.FromDays(Number("d")) + TimeSpan.FromHours(Number("h")) + TimeSpan.FromMinutes(Number("m")) + TimeSpan.FromSeconds(Number("s"));
        return time > TimeSpan.Zero && time <= Longest ? time : null;

        double Number(string unit) => match.Groups[unit] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^((?<d>[0-9]{1,7})d)?((?<h>[0-9]{1,7})h)?((?<m>[0-9]{1,7})m)?((?<s>[0-9]{1,7})s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
