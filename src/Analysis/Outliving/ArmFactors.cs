using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Factors that belong to an arm and not to its environment: those that apply only under some levels of the factor that is compared, and those that
/// vary together with it. Points that differ in these alone stand in one environment.
/// </summary>
internal static class ArmFactors
{
    /// <summary>Paths of the factors that belong to the levels of another.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="compared">Path of the factor that is compared.</param>
    public static IReadOnlySet<string> Of(ExperimentSpec spec, string compared)
    {
        var own = new HashSet<string>(spec.Zip.Where(g => g.Contains(compared)).SelectMany(g => g)) { compared };
        while (spec.Factors.FirstOrDefault(f => !own.Contains(f.Path) && f.When.Any(c => own.Contains(c.Path))) is { } next)
        {
            own.Add(next.Path);
        }

        own.Remove(compared);
        return own;
    }
}
