namespace LeadershipSim.Analysis.Outliving;

/// <summary>A level of the factor that is compared: a policy, or a value of any other parameter.</summary>
/// <param name="Path">Path of the factor; empty when nothing varies.</param>
/// <param name="Level">The level, as it stands in tables.</param>
public sealed record Arm(string Path, string Level)
{
    /// <summary>Path of the policy, whose levels have names that stand for themselves.</summary>
    public const string PolicyPath = "policy";

    /// <summary>Path of what changes in the course of a run, whose levels have names too.</summary>
    public const string ChangesPath = "changes";

    /// <summary>All runs, where nothing varies.</summary>
    public static Arm Whole { get; } = new("", "all runs");

    /// <summary>The arm in a sentence: the name of a policy or of changes, or path and level, as in <c>channels.remote = 0.3</c>.</summary>
    public string Label => Path is PolicyPath or ChangesPath or "" ? Level : $"{Path} = {Level}";

    /// <inheritdoc/>
    public override string ToString() => Label;
}
