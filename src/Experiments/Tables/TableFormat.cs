namespace LeadershipSim.Experiments.Tables;

/// <summary>How a table is written as text, where it has to be said.</summary>
public sealed record TableFormat
{
    /// <summary>Name of the encoding; null: UTF-8, or UTF-16 by its byte order mark.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between two fields; null: the comma, semicolon, tab or bar that gives the first line most columns.</summary>
    public char? Separator { get; init; }

    /// <summary>What stands before the decimals of a number.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>Lines that start with this are passed over; null: none are.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether a name is that of an encoding.</summary>
    public static bool IsEncoding(string name) => TextDecoder.IsKnown(name);

    /// <summary>Names of encodings to suggest.</summary>
    public static IReadOnlyList<string> Encodings => TextDecoder.Names;
}
