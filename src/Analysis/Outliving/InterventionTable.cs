using LeadershipSim.Analysis.Paired;
using LeadershipSim.Analysis.Tables;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Effects of an intervention as a table.</summary>
public static class InterventionTable
{
    /// <summary>The table.</summary>
    /// <param name="effects">The effects by arm; the one without contrasts is the reference.</param>
    /// <param name="compared">Path of the factor that is compared; empty when none is.</param>
    /// <param name="tick">Tick of the removal.</param>
    /// <param name="afterTicks">Ticks after it at which programs are looked at.</param>
    /// <param name="areSampled">Whether environments are a sample, and so what is independent.</param>
    public static ResultTable Of(IReadOnlyList<InterventionEffect> effects, string compared, int tick, int afterTicks, bool areSampled = false)
    {
        ArgumentNullException.ThrowIfNull(effects);
        var reference = effects.FirstOrDefault(e => e.AliveAgainstReference is null && e.LifeAgainstReference is null)?.Arm.Level ?? "";
        return ResultTable.Of(
            "intervention",
            Invariant($"What the removal at tick {tick} does to programs that were alive then"),
            "Twins: the same people, fates, reality and demand with minus without the removal, "
            + (areSampled ? "environments as sampled; 95 % intervals clustered by environment. " : "conditions in equal parts; 95 % intervals clustered by replicate. ")
            + "Programs that had ended, and those with nobody left to remove, are counted apart.",
            effects,
            [
                new(TableColumn.Label("arm", compared.Length == 0 ? "runs" : compared), e => e.Arm.Level),
                new(TableColumn.Count("pairs", "pairs", "pairs"), e => e.Counts.Pairs),
                new(TableColumn.Count("endedBefore", "ended before", "pairs"), e => e.Counts.EndedBefore),
                new(TableColumn.Count("nobodyRemoved", "nobody to remove", "pairs"), e => e.Counts.NobodyRemoved),
                new(TableColumn.Count("failedThroughExit", "failed through it", "pairs"), e => e.Counts.FailedThroughExit),
                new(TableColumn.Count("savedByExit", "saved by it", "pairs"), e => e.Counts.SavedByExit),
                new(TableColumn.Estimate("aliveWithout", "share alive without it", "share", 2).InFiles(), e => e.AliveWithout),
                new(TableColumn.Estimate("lifeWithout", "life without it, ticks", "tick", 1).InFiles(), e => e.LifeWithout),
                new(TableColumn.Difference("alive", Invariant($"share alive {afterTicks} ticks later"), "share", 2), e => e.Alive),
                new(TableColumn.Difference("life", "life, ticks", "tick", 1), e => e.Life),
                new(TableColumn.Difference("againstReference", $"share alive, difference from {reference}", "share", 2), e => Cell(e.AliveAgainstReference)),
                new(TableColumn.Difference("lifeAgainstReference", $"life, difference from {reference}", "tick", 1), e => Cell(e.LifeAgainstReference)),
            ]);
    }

    private static object? Cell(PairedDifference? found) => found is null ? null : ArmContrast.IntervalOf(found) ?? (object?)found.Difference;
}
