using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Simulation;

namespace LeadershipSim.Experiments.Checking;

/// <summary>Runs can be made again only by the rules that made them.</summary>
public static class ModelRules
{
    /// <summary>Refuses to run again what another revision of the model made: every difference would be one of rules.</summary>
    /// <param name="manifest">Where the runs come from.</param>
    /// <param name="verb">What was to be done.</param>
    /// <exception cref="StoreException">Another revision made them; the message names the version to use.</exception>
    public static void Require(RunManifest manifest, string verb)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (Difference(manifest) is { } difference)
        {
            throw new StoreException(StoreProblem.OtherRevision, $"{difference}. To {verb} them, use that version; to analyze them, any version will do");
        }
    }

    /// <summary>Why runs cannot be made again, and which version can; null: this one can.</summary>
    public static string? Difference(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.ModelRevision == ModelRevision.Current ? null : Invariant(
            $"the runs of {manifest.Name} follow model revision {manifest.ModelRevision}, as version {manifest.ToolVersion} made them; this version follows revision {ModelRevision.Current} and gives other runs");
    }
}
