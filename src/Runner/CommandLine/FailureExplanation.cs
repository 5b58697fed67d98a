using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>The message and exit code of an exception.</summary>
internal static class FailureExplanation
{
    /// <summary>The exit code and the message.</summary>
    public static (int Code, string Message) Of(Exception exception) => exception switch
    {
        CommandException command => (command.ExitCode, command.Message),
        DataException data => (ExitCode.Invalid, $"error: {data.Message}"),
        CalibrationException calibration => (ExitCode.Invalid, $"error: {calibration.Message}"),
        OptimizationException optimization => (ExitCode.Invalid, $"error: {optimization.Message}"),
        StoreException { Problem: StoreProblem.NotReadable } store => (ExitCode.Invalid, $"error: {store.Message}"),
        StoreException store => (ExitCode.ResultsUnusable, $"error: {store.Message}"),
        AggregateException { InnerExceptions: [var first, ..] } => Of(first),
        OperationCanceledException => (ExitCode.Interrupted, "stopped before the end; nothing was kept"),
        IOException when ReadOnlyDisk.Explains(exception) is { } readOnly => (ExitCode.ResultsUnusable, $"error: a file cannot be written: {readOnly} ({exception.Message.TrimEnd('.')})"),
        UnauthorizedAccessException or IOException => (ExitCode.ResultsUnusable, $"error: {exception.Message}"),
        _ => (ExitCode.InternalError, $"internal error: {exception.GetType().Name}: {exception.Message}"),
    };
}
