using System.Globalization;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>How many runs may fail: a number, or a percentage of the runs planned.</summary>
/// <param name="Runs">The number; null when it is a percentage.</param>
/// <param name="Share">The percentage as a fraction.</param>
internal sealed record FailureLimit(long? Runs, decimal Share)
{
    private const decimal Percent = 100;

    /// <summary>Reads 5 or 5%; null when it is neither.</summary>
    public static FailureLimit? Parse(string text)
    {
        if (!text.EndsWith('%'))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? new(runs, 0) : null;
        }

        return decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= Percent
            ? new(null, percent / Percent)
            : null;
    }

    /// <summary>Most runs of a plan that may fail.</summary>
    public long Of(long planned) => Runs ?? (long)(Share * planned);
}
