using System.Text.Json.Serialization;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Recording;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Storing.Columns;

/// <summary>What is kept of one run.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="RunIndex">Its position in the plan.</param>
/// <param name="PointIndex">Its design point.</param>
/// <param name="Replicate">Its replicate.</param>
/// <param name="Outputs">One value per entry of <see cref="OutputCatalog.All"/>; NaN: does not exist for this run.</param>
/// <param name="EndCause">Why it stopped: horizon, failure, needEnded or the cause of a stop rule.</param>
/// <param name="CoreExitTicks">Ticks at which leadership generations had left, as a JSON array.</param>
/// <param name="StateDigest">Digest of the final state, 16 hexadecimal digits.</param>
/// <param name="Error">What went wrong, null if nothing; a run that failed has no outputs.</param>
public sealed record RunRow(
    string RunId,
    long RunIndex,
    int PointIndex,
    int Replicate,
    double[] Outputs,
    string EndCause,
    string CoreExitTicks,
    string StateDigest,
    string? Error = null)
{
    /// <summary>What was kept of the run beside these.</summary>
    [JsonIgnore]
    public RunRecord Record { get; init; } = RunRecord.Empty;

    /// <summary>Positions of outputs that the table it was read from does not have: another version wrote it.</summary>
    [JsonIgnore]
    public IReadOnlySet<int> Absent { get; init; } = NothingAbsent;

    /// <summary>What was thrown in a run that failed: type and message.</summary>
    [JsonIgnore]
    public (string ExceptionType, string Message) Failure => Error?.Split(": ", 2) is [var type, var message] ? (type, message) : ("", Error ?? "");

    private static readonly HashSet<int> NothingAbsent = [];

    /// <summary>The row of a run that finished.</summary>
    /// <param name="run">The run.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="reported">What it reports; null: what the program itself does.</param>
    public static RunRow Of(PlannedRun run, ProgramOutcome outcome, IReadOnlyList<Output>? reported = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        reported ??= OutputCatalog.All;
        var outputs = new double[reported.Count];
        for (var k = 0; k < outputs.Length; k++)
        {
            outputs[k] = reported[k].Value(outcome);
        }

        return new RunRow(
            run.RunId,
            run.Index,
            run.Point.Index,
            run.Replicate,
            outputs,
            outcome.StopCause ?? Spell(outcome.EndCause),
            TickList.Of(outcome.CoreExitTicks),
            Invariant($"{outcome.StateDigest:x16}"));
    }

    /// <summary>The row of a run that failed.</summary>
    public static RunRow Failed(PlannedRun run, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new RunRow(run.RunId, run.Index, run.Point.Index, run.Replicate, [], "", "", "", $"{error.GetType().Name}: {error.Message}");
    }

    private static string Spell(EndCause cause) => cause switch
    {
        Simulation.State.EndCause.Failure => "failure",
        Simulation.State.EndCause.NeedEnded => "needEnded",
        _ => "horizon",
    };
}
