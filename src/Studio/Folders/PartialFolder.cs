using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Studio.Folders;

/// <summary>
/// What can be shown of a results folder that is not complete: the replicates that all its design points have, as results of their own. Whatever has
/// come instead would favour the runs that end early.
/// </summary>
internal static class PartialFolder
{
    private const string Source = "experiment.yaml";

    /// <summary>Takes them into a folder among the trials, as <c>analyze --partial</c> does beside the whole.</summary>
    /// <param name="path">The folder that is not complete.</param>
    /// <param name="spec">Its experiment.</param>
    /// <param name="trials">Where trials go.</param>
    /// <returns>The new folder, and the number of its replicates.</returns>
    /// <exception cref="StoreException">Not one replicate is there at all points, a rule decides their number, or somebody works in the folder.</exception>
    public static (string Folder, int Replicates) Of(string path, ExperimentSpec spec, string trials)
    {
        var manifest = RunTable.ManifestOf(path);
        if (spec.Replication is not null)
        {
            throw new StoreException(
                StoreProblem.NotReadable, $"{path} is not complete, and a rule decides how many replicates it has; {ShellText.Command("run", Resolved(path))} completes it");
        }

        var plan = new ExperimentPlan(spec);
        using var whole = RunStore.Open(path, plan, manifest, Documents(path, plan));
        var replicates = PartialRuns.Replicates(plan, whole);
        if (replicates == 0)
        {
            throw new StoreException(
                StoreProblem.NotReadable,
                $"{path} is not complete: there is no replicate yet that all design points have; {ShellText.Command("run", Resolved(path))} completes it");
        }

        var partial = new ExperimentPlan(spec with { Replicates = replicates });
        var folder = Path.Combine(trials, spec.Name, partial.ExperimentId[..8]);
        if (RunManifest.Read(folder)?.IsComplete != true)
        {
            var fresh = manifest with
            {
                ExperimentId = partial.ExperimentId,
                Overrides = [.. manifest.Overrides, Invariant($"replicates={replicates}")],
                RunsPlanned = partial.Count,
                RunsDone = 0,
                RunsFailed = 0,
                Status = ExperimentStatus.Incomplete,
                Sessions = [],
                Hashes = new Dictionary<string, string>(),
                ShardSize = RunStore.ShardSizeFor(partial.Count, spec.Outputs),
            };
            using var store = RunStore.Open(folder, partial, fresh, Documents(path, partial));
            PartialRuns.Take(partial, store, whole, new SweepOptions { Arguments = ["studio"] });
        }

        return (folder, replicates);
    }

    private static string Resolved(string path) => Path.Combine(path, ResultFiles.Resolved);

    private static Dictionary<string, string> Documents(string path, ExperimentPlan plan)
    {
        var documents = new Dictionary<string, string>(plan.Inputs) { [ResultFiles.Resolved] = plan.ResolvedJson };
        if (File.Exists(Path.Combine(path, Source)))
        {
            documents[Source] = File.ReadAllText(Path.Combine(path, Source));
        }

        return documents;
    }
}
