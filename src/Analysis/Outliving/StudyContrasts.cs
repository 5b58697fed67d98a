using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>Which arms of a study are compared, and by what.</summary>
internal static class StudyContrasts
{
    /// <summary>
    /// All other arms compared with the reference among programs that saw their leadership leave; none where arms have no pairs. Independent replicates
    /// are no pairs: among the selection of those that enter, pairing them by number would mean nothing. The environments of a crossed design are:
    /// whatever their seeding, all arms of one share its worlds.
    /// </summary>
    public static OutlivingContrast[] AmongEntries(OutlivingStudy study, OutlivingSummary reference, BootstrapSettings? settings)
    {
        var samples = study.Samples.ToDictionary(s => s.Arm);
        Func<OutlivingSummary, OutlivingContrast>? compare =
            study.SharesRandomNumbers ? s => OutlivingContrast.Of(s, reference, settings)
            : study.ArmsShareWorlds && study.IsCrossed && study.Samples.All(s => s.ClustersAreEnvironments)
                ? s => OutlivingContrast.ByEnvironment((s, samples[s.Group.Arm]), (reference, samples[reference.Group.Arm]), settings)
            : null;
        return compare is null ? [] : SideBySide.Of([.. study.ByArm.Where(s => s != reference)], compare);
    }

    /// <summary>All other arms compared with the reference over all programs.</summary>
    public static ArmContrast[] With(OutlivingStudy study, Arm reference, BootstrapSettings? settings)
    {
        var other = study.Samples.First(s => s.Arm == reference);
        Quantity[] quantities =
        [
            .. study.Quantities.Where(q => q.Name is not ("ledTicks" or "notNeededTicks")),
            .. Quantity.StatesAt(study.HorizonTicks).Where(q => q.Name == "outliving"),
        ];
        return SideBySide.Of<Func<ArmContrast>, ArmContrast>(
            [
                .. from sample in study.Samples
                   where sample.Arm != reference
                   from quantity in quantities
                   select (Func<ArmContrast>)(() => ArmContrast.Of(sample, other, quantity, settings)),
            ],
            compare => compare());
    }

    /// <summary>All other arms compared with the one whose programs live longest after their leadership left, in the order of their means.</summary>
    public static ArmContrast[] AgainstTheLeading(OutlivingStudy study, BootstrapSettings? settings)
    {
        var ranked = study.Samples.OrderByDescending(s => s.Mean(study.Outlived)?.Estimate).ToArray();
        return SideBySide.Of(ranked[1..], s => ArmContrast.Of(s, ranked[0], study.Outlived, settings));
    }
}
