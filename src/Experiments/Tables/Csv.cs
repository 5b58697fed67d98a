using System.Globalization;

namespace LeadershipSim.Experiments.Tables;

/// <summary>Comma-separated values (RFC 4180).</summary>
public static class Csv
{
    /// <summary>Whether a spreadsheet would take a text for a formula and compute it: quotes do not keep it from that.</summary>
    public static bool IsFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>A field, quoted where it has to be.</summary>
    public static string Quote(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
