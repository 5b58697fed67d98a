using LeadershipSim.Analysis.Inference;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>What the intervention of an experiment does, by arm.</summary>
/// <param name="Intervention">Who is removed, when, and when programs are looked at.</param>
/// <param name="Effects">The effects by arm.</param>
/// <param name="AreSampled">Whether environments are a sample, and so what is independent.</param>
public sealed record RemovalStudy(Intervention Intervention, IReadOnlyList<InterventionEffect> Effects, bool AreSampled)
{
    /// <summary>Studies the twins of an experiment.</summary>
    /// <param name="study">The study of its worlds as they are: arms, reference, clusters.</param>
    /// <param name="pairs">The twins.</param>
    /// <param name="intervention">The removal.</param>
    /// <param name="settings">How to resample; null: the usual.</param>
    public static RemovalStudy Of(OutlivingStudy study, IReadOnlyList<TwinPair> pairs, Intervention intervention, BootstrapSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(intervention);
        var areSampled = study.Samples.Any(s => s.ClustersAreEnvironments);
        var compared = study.IsComparable ? study.ComparedPath : "";
        return new(
            intervention,
            InterventionEffect.Of(pairs, compared, intervention.Removal.Tick, intervention.AfterTicks, settings, areSampled, study.Reference?.Level),
            areSampled);
    }
}
