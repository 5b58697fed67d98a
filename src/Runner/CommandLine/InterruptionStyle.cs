using System.CommandLine;
using System.CommandLine.Invocation;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>What a verb does when it is interrupted.</summary>
internal enum InterruptionStyle
{
    /// <summary>It has nothing to finish: it ends at once.</summary>
    AtOnce,

    /// <summary>It stops soon and leaves nothing half done.</summary>
    Stops,

    /// <summary>It finishes the runs under way and keeps them.</summary>
    FinishesRuns,
}

/// <summary>Which verb does what.</summary>
internal static class InterruptionStyles
{
    private static readonly string[] WithRuns = ["run", "calibrate", "reproduce", "twin", "dock", "optimize"];

    /// <summary>The style of a verb: one that takes no cancellation has nothing that it could finish.</summary>
    public static InterruptionStyle Of(Command verb) => verb.Action is not AsynchronousCommandLineAction ? InterruptionStyle.AtOnce
        : WithRuns.Contains(verb.Name) ? InterruptionStyle.FinishesRuns
        : InterruptionStyle.Stops;
}
