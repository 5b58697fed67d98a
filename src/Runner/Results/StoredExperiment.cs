using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner.Results;

/// <summary>The experiment that a results folder keeps, complete or not.</summary>
internal static class StoredExperiment
{
    /// <summary>The plan of the experiment in a results folder, complete or not.</summary>
    /// <exception cref="StoreException">Its manifest states another number of runs.</exception>
    public static ExperimentPlan PlanOf(string path, Extension? extension = null)
    {
        var manifest = RunTable.ManifestOf(path);
        RequiredExtension.Check(path, manifest.Extension, extension);
        return Checked(path, StagedIn(path, Archived(path, manifest, extension))).Plan;
    }

    /// <summary>An experiment with the replicates that a folder has reached; unchanged where there is no folder yet.</summary>
    public static ExperimentInput StagedIn(string path, ExperimentInput input) =>
        RunManifest.Read(path) is { Stages: { } stages } manifest && manifest.ExperimentId == input.Plan.ExperimentId
            ? input with { Plan = input.Plan.With(stages) } : input;

    /// <summary>The experiment in a results folder, complete or not.</summary>
    /// <exception cref="CommandException">It was changed, or made by other rules.</exception>
    public static ExperimentInput InputOf(string path, Extension? extension = null)
    {
        var manifest = RunTable.ManifestOf(path);
        RequiredExtension.Check(path, manifest.Extension, extension);
        var input = Archived(path, manifest, extension);

        // Where another version has other defaults its experiments have other ids; the file is still the one that was run.
        if (input.Plan.ExperimentId != manifest.ExperimentId && !IsAsWritten(path, manifest))
        {
            throw new CommandException(ExitCode.ResultsUnusable, Invariant($"error: {path} holds experiment {manifest.ExperimentId} of model revision {manifest.ModelRevision}, but its {ResultsFolder.ResolvedFile} describes {input.Plan.ExperimentId}: the file was changed after version {manifest.ToolVersion} wrote it. Run the experiment again"));
        }

        return Checked(path, StagedIn(path, input));
    }

    private static ExperimentInput Archived(string path, RunManifest manifest, Extension? extension) =>
        ExperimentInput.ReadArchived(Path.Combine(path, ResultsFolder.ResolvedFile), manifest.ModelRevision, extension?.Model);

    private static bool IsAsWritten(string path, RunManifest manifest) =>
        manifest.Hashes.ContainsKey(ResultsFolder.ResolvedFile)
            && !Verification.ChangedFiles(path).Any(f => Path.GetFileName(f.Where) == ResultsFolder.ResolvedFile);

    private static ExperimentInput Checked(string path, ExperimentInput input)
    {
        RunManifest.Read(path)?.CheckRuns(path, input.Plan);
        return input;
    }
}
