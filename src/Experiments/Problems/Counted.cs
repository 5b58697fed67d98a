
namespace LeadershipSim.Experiments.Problems;

/// <summary>Numbers of things in sentences: 1 run, 2 runs.</summary>
public static class Counted
{
    /// <summary>A number with its noun.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for any other number; null: with an s.</param>
    public static string Of(long count, string one, string? many = null) =>
        Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");
}
