using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Experiments.Specs;

/// <summary>What runs report of their twin when an experiment removes leaders: few columns, so that rows stay small.</summary>
public static class TwinOutputs
{
    /// <summary>Last tick of the twin.</summary>
    public const string EndTick = "twinEndTick";

    /// <summary>Whether its program failed.</summary>
    public const string Failed = "twinFailed";

    /// <summary>Whether a stop rule ended it; where the experiment has any.</summary>
    public const string Stopped = "twinStopped";

    /// <summary>Whether the removal found somebody.</summary>
    public const string FoundSomebody = "twinFoundSomebody";

    /// <summary>The outputs, in column order.</summary>
    public static IReadOnlyList<Output> All { get; } =
    [
        new(EndTick, OutputKind.Integer, "tick", "Last tick of the twin world, with the removal", o => o.Twin?.EndTick ?? double.NaN),
        new(Failed, OutputKind.Flag, "0 or 1", "Whether the program of the twin world failed, or was stopped, while it was needed",
            o => Flag(o.Twin?.EndCause is EndCause.Failure or EndCause.Stopped)),
        new(FoundSomebody, OutputKind.Flag, "0 or 1", "Whether the removal found somebody; true also where the program had ended before it", o => Flag(o.Twin?.FoundSomebody)),
    ];

    private static readonly Output OfStopRules =
        new(Stopped, OutputKind.Flag, "0 or 1", "Whether a stop rule ended the program of the twin world", o => Flag(o.Twin?.EndCause is EndCause.Stopped));

    /// <summary>What the runs of an experiment report: these as well, where it removes leaders.</summary>
    internal static ModelCatalog AddedTo(ExperimentSpec spec) =>
        spec.Intervention is null ? spec.Model : spec.Model with
        {
            Outputs = [.. spec.Model.Outputs, .. All, .. spec.Baseline.Stop.Count > 0 ? [OfStopRules] : Array.Empty<Output>()],
        };

    private static double Flag(bool? value) => value == true ? 1 : 0;
}
