using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>What a study takes for the end of leadership, when it looks, and which differences matter.</summary>
public sealed record StudySettings
{
    /// <summary>The event that ends leadership.</summary>
    public LeadershipEvent Leadership { get; init; }

    /// <summary>Ticks at which the states of all programs are looked at; empty: each quarter of the horizon.</summary>
    public IReadOnlyList<int> Ticks { get; init; } = [];

    /// <summary>Smallest difference that matters, as a share of the horizon; at least 0.</summary>
    public double Meaningful { get; init; } = ExperimentSpec.UsualMeaningful;

    /// <summary>What an experiment says.</summary>
    public static StudySettings Of(ExperimentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new() { Leadership = spec.Leadership, Meaningful = spec.Meaningful };
    }
}
