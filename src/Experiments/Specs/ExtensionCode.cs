using System.Text.Json.Serialization;

namespace LeadershipSim.Experiments.Specs;

/// <summary>The program that extends the command line, as results name it.</summary>
/// <param name="Name">Name of its source file, such as <c>mine.cs</c>.</param>
/// <param name="Hash">Hash of its source: the same text has the same hash on every machine.</param>
/// <param name="Brings">What it brings, as in "policy deferential".</param>
public sealed record ExtensionCode(string Name, string Hash, IReadOnlyList<string> Brings)
{
    /// <summary>Its source, to be kept with results; null for a program that is there without its source.</summary>
    [JsonIgnore]
    public string? Source { get; init; }
}
