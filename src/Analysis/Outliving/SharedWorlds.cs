using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>The doubt about sampled environments that all meet the same worlds: then they are not independent, though intervals count them so.</summary>
public static class SharedWorlds
{
    /// <summary>What the caution is about.</summary>
    public const string Subject = "environments";

    /// <summary>The caution about an experiment; null where it does not apply.</summary>
    /// <param name="spec">The experiment.</param>
    public static Caution? Of(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.AllPointsShareRandomNumbers && spec.Design.CrossedWith.Count > 0 && StudyPoints.IsSample(spec.Design) ? Doubt : null;
    }

    /// <summary>The caution.</summary>
    internal static Caution Doubt { get; } = new(
        CautionKind.SharedSeeds,
        Subject,
        "All environments meet the same worlds (seeding: common): a replicate has the same people, fates and demand in each of them. They are not independent, "
        + "and 95 % intervals clustered by environment are too narrow. Write seeding: independent; each environment then has worlds of its own, and its arms still share them.");
}
