using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Effects of an intervention as a table.</summary>
public static class InterventionTable
{
    /// <summary>The table.</summary>
    /// <param name="effects">The effects by arm, the reference first.</param>
    /// <param name="compared">Path of the factor that is compared; empty when none is.</param>
    /// <param name="tick">Tick of the removal.</param>
    /// <param name="afterTicks">Ticks after it at which programs are looked at.</param>
    public static ResultTable Of(IReadOnlyList<InterventionEffect> effects, string compared, int tick, int afterTicks) => ResultTable.Of(
        "intervention",
        FormattableString.Invariant($"What the removal at tick {tick} does to programs that were alive then"),
        "Twins: the same people, fates, reality and demand with minus without the removal, conditions in equal parts; 95 % intervals clustered by replicate. Programs that had ended, and those with nobody left to remove, are counted apart.",
        effects,
        [
            new(TableColumn.Label("arm", compared.Length == 0 ? "runs" : compared), e => e.Arm.Level),
            new(TableColumn.Count("pairs", "pairs", "pairs"), e => e.Counts.Pairs),
            new(TableColumn.Count("endedBefore", "ended before", "pairs"), e => e.Counts.EndedBefore),
            new(TableColumn.Count("nobodyRemoved", "nobody to remove", "pairs"), e => e.Counts.NobodyRemoved),
            new(TableColumn.Count("failedThroughExit", "failed through it", "pairs"), e => e.Counts.FailedThroughExit),
            new(TableColumn.Count("savedByExit", "saved by it", "pairs"), e => e.Counts.SavedByExit),
            new(TableColumn.Difference("alive", FormattableString.Invariant($"share alive {afterTicks} ticks later"), "share", 2), e => e.Alive),
            new(TableColumn.Difference("life", "life, ticks", "tick", 1), e => e.Life),
            new(
                TableColumn.Difference("againstReference", $"share alive, difference from {effects.Select(e => e.Arm.Level).FirstOrDefault("")}", "share", 2),
                e => e.AgainstReference is { } found ? found.BiasCorrected ?? found.Percentile ?? (object?)found.Difference : null),
        ]);
}
