namespace LeadershipSim.Analysis.Outliving;

/// <summary>The runs that are analyzed as one: those of a design point, or of all design points of an arm.</summary>
/// <param name="Arm">The arm they belong to.</param>
/// <param name="Conditions">Paths and values of the other factors; empty when the runs are pooled over them.</param>
/// <param name="Runs">The runs.</param>
public sealed record RunGroup(Arm Arm, IReadOnlyList<(string Path, string Value)> Conditions, IReadOnlyList<ProgramRun> Runs)
{
    /// <summary>The conditions in words: <c>channels.remote = 0.3, demand.perAgent = 0.1</c>; empty when pooled.</summary>
    public string ConditionText => string.Join(", ", Conditions.Select(c => $"{c.Path} = {c.Value}"));
}
