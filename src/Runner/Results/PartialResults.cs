using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>Results of the replicates that all design points have, as an experiment of its own next to the whole.</summary>
internal static class PartialResults
{
    /// <summary>Makes them.</summary>
    /// <param name="folder">The results folder of the whole, which is not complete.</param>
    /// <param name="input">The whole experiment.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>Their folder, and the number of replicates.</returns>
    /// <exception cref="CommandException">Not one replicate is there at all points, or their number is not fixed.</exception>
    public static (string Folder, int Replicates) Make(string folder, ExperimentInput input, IReadOnlyList<string> arguments)
    {
        if (input.Spec.Replication is not null)
        {
            throw new CommandException(ExitCode.Incomplete, $"error: --partial takes the first replicates of all design points, and in this experiment a rule decides their number; {ShellText.Command("query", folder)} SQL reads the runs that are there");
        }

        using var whole = ResultsStore.OpenLike(folder, input, folder);
        var replicates = PartialRuns.Replicates(input.Plan, whole);
        if (replicates == 0)
        {
            throw new CommandException(ExitCode.Incomplete, $"error: --partial takes the first replicates that all design points have, and runs of the first replicate are missing; {ShellText.Command("query", folder)} SQL reads the runs that are there");
        }

        var spec = input.Spec with { Replicates = replicates };
        var partial = new ExperimentInput(spec, new ExperimentPlan(spec));
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(folder)))!;
        var target = ResultsFolder.PathOf(root, partial);
        if (RunManifest.Read(target)?.IsComplete != true)
        {
            IReadOnlyList<string> overrides = [.. RunTable.ManifestOf(folder).Overrides, Invariant($"replicates={replicates}")];
            using var store = ResultsStore.Open(target, partial, overrides, spec.SourceText, whole.Manifest.Statements);
            PartialRuns.Take(partial.Plan, store, whole, new SweepOptions { Arguments = arguments });
        }

        return (target, replicates);
    }
}
