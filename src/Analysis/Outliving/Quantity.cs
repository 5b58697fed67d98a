
namespace LeadershipSim.Analysis.Outliving;

/// <summary>A number that every run has, whatever became of its program, and that is averaged over all of them.</summary>
/// <param name="Name">Name in files.</param>
/// <param name="Heading">Heading for people.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Most">Greatest value that is possible; the least is 0.</param>
/// <param name="Value">Reads it from a run.</param>
public sealed record Quantity(string Name, string Heading, string Unit, double Most, Func<ProgramRun, double> Value)
{
    /// <summary>Name of the quantity that verdicts are about: ticks lived after the leadership left, while needed.</summary>
    public const string Outlived = "outlivedTicks";

    /// <summary>Name of the ticks in which the program was needed and not there.</summary>
    public const string Unmet = "unmetTicks";

    /// <summary>Whether it is a share of runs.</summary>
    public bool IsShare => Unit == "share";

    /// <summary>Expected ticks of each kind up to the horizon (they add up to it), and the decisions that found no program.</summary>
    /// <param name="horizonTicks">The horizon.</param>
    /// <param name="withDecisions">Whether runs know how many decisions found no program.</param>
    public static IReadOnlyList<Quantity> Expected(int horizonTicks, bool withDecisions)
    {
        Quantity Ticks(string name, string heading, Func<ProgramRun, double> value) => new(name, heading, "tick", horizonTicks, value);
        Quantity[] ticks =
        [
            Ticks(Outlived, "ticks lived after leadership left, while needed", r => ProgramCourse.OutlivedTicks(r)),
            Ticks("ledTicks", "ticks led", r => ProgramCourse.LedTicks(r)),
            Ticks(Unmet, "need unmet, ticks", r => ProgramCourse.UnmetTicks(r)),
            Ticks("notNeededTicks", "ticks not needed", r => ProgramCourse.NotNeededTicks(r)),
        ];
        return withDecisions ? [.. ticks, new("unmetDecisions", "need unmet, decisions", "decisions", double.PositiveInfinity, r => r.UnmetDecisions)] : ticks;
    }

    /// <summary>Shares of programs in each state at a tick.</summary>
    public static IReadOnlyList<Quantity> StatesAt(int tick) =>
    [
        .. Enum.GetValues<ProgramState>().Select(state => new Quantity(
            Invariant($"{char.ToLowerInvariant(state.ToString()[0])}{state.ToString()[1..]}"),
            Words(state),
            "share",
            1,
            r => ProgramCourse.StateAt(r, tick) == state ? 1 : 0)),
    ];

    /// <summary>A state in words.</summary>
    public static string Words(ProgramState state) => state switch
    {
        ProgramState.Led => "led by founders",
        ProgramState.Outliving => "outlived its leadership, alive",
        ProgramState.FailedBefore => "failed before the exit",
        ProgramState.FailedAfter => "failed after the exit",
        ProgramState.NeedEnded => "no longer needed",
        _ => "stopped",
    };
}
