namespace LeadershipSim.Experiments.Storing;

/// <summary>One call of the program that worked on an experiment.</summary>
public sealed record Session(
    DateTimeOffset Started, DateTimeOffset? Ended, string Machine, string System, string Runtime, int Cores, int Workers, IReadOnlyList<string> Arguments,
    long RunsDone)
{
    /// <summary>Version of the program, with the commit it was built from; null in folders of early versions.</summary>
    public string? ToolVersion { get; init; }
}
