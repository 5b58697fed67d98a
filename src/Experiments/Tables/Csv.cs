namespace LeadershipSim.Experiments.Tables;

/// <summary>Comma-separated values (RFC 4180).</summary>
public static class Csv
{
    /// <summary>A field, quoted where it has to be.</summary>
    public static string Quote(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
