using LeadershipSim.Analysis.Patterns;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Runner.Tables;

/// <summary>Patterns against the model's results.</summary>
internal static class PatternTables
{
    private const string Method = "Inside: the whole 95 % interval agrees with the target; outside: nothing of it does; undecided: a part. "
        + "Shares have Wilson's intervals, means and paired differences Student's, correlations Fisher's.";

    /// <summary>A row for each pattern.</summary>
    public static ResultTable Of(IReadOnlyCollection<(string Name, PatternResult Result)> patterns) => ResultTable.Of("patterns", "Patterns", Method, patterns,
    [
        new(TableColumn.Label("pattern", "pattern"), p => p.Name),
        new(TableColumn.Words("role", "role"), p => Spelled.Of(p.Result.Spec.Role)),
        new(TableColumn.Words("target", "target"), p => TargetOf(p.Result.Spec.Target)),
        new(TableColumn.Measure("targetLower", "least that agrees").InFiles(), p => Finite(p.Result.Spec.Target.Lower)),
        new(TableColumn.Measure("targetUpper", "greatest that agrees").InFiles(), p => Finite(p.Result.Spec.Target.Upper)),
        new(new TableColumn("result", "result") { IsInterval = true, SignificantDigits = 3 }, p => p.Result.Result),
        new(TableColumn.Count("runs", "runs"), p => p.Result.Runs),
        new(TableColumn.Words("verdict", "verdict"), p => Spelled.Of(p.Result.Verdict)),
        new(TableColumn.Words("claim", "claim").InFiles(), p => p.Result.Spec.Claim),
        new(TableColumn.Words("source", "source").InFiles(), p => p.Result.Spec.Source),
    ]);

    private static string TargetOf(PatternTarget target) => target.Value is { } value ? Invariant($"{value} ± {target.Tolerance}")
        : target is { AtLeast: { } least, AtMost: { } most } ? Invariant($"{least} to {most}")
        : target.AtLeast is { } lower ? Invariant($"at least {lower}")
        : Invariant($"at most {target.AtMost}");

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
