using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim reproduce DIR</c>: runs an archived experiment again, from its folder alone, and compares all rows.</summary>
internal static class ReproduceCommand
{
    private const int MostShown = 10;

    public static Command Create()
    {
        var folder = ResultsPlace.Argument("folder", ArchivedResults.Description, "DIR");
        var (workers, json) = (SharedOptions.Workers(), SharedOptions.Json());
        var output = new Option<string?>("--output", "-o") { Description = "Keep the new runs in this folder (default: a temporary folder, removed at the end)", HelpName = "DIR" };
        var command = new Command("reproduce", "Run an archived experiment again, from its folder alone, and compare all rows bit for bit") { folder, output, workers, json };
        command.SetAction((parsed, cancellation) =>
        {
            using var scratch = new ScratchFolder();
            var results = ArchivedResults.Open(parsed.GetRequiredValue(folder), scratch);
            var archived = results.Folder;
            var again = parsed.GetValue(output) ?? scratch.In("again");
            if (RunManifest.Read(again) is not null && parsed.GetValue(output) is not null)
            {
                throw new CommandException(ExitCode.Invalid, $"error: {again} already holds results, which would be compared instead of new ones; name another folder");
            }

            foreach (var fault in Verification.ChangedFiles(archived).Select(results.Shown).DistinctBy(f => f.Where))
            {
                parsed.InvocationConfiguration.Error.WriteLine($"warning: the archive was changed: {fault.Where}: {fault.What}");
            }

            if (Verification.UnlistedFiles(archived) is { Count: > 0 } unlisted)
            {
                var shown = string.Join(", ", unlisted.Take(MostShown)) + (unlisted.Count > MostShown ? ", …" : "");
                parsed.InvocationConfiguration.Error.WriteLine(
                    $"warning: the archive holds {Counted.Of(unlisted.Count, "file")} that its lists do not name, and that are not part of the results: {shown}");
            }

            var result = Run(parsed, archived, again, parsed.GetValue(workers), cancellation);
            if (!result.IsComplete)
            {
                parsed.InvocationConfiguration.Error.WriteLine("stopped before all runs were repeated; nothing was compared");
                return Task.FromResult(ExitCode.Incomplete);
            }

            var found = Reproduction.Of(archived, again);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? JsonText.Of(found) + Environment.NewLine : AsText(found));
            return Task.FromResult(found.Agrees ? ExitCode.Complete : ExitCode.Mismatch);
        });
        return command;
    }

    private static SweepResult Run(ParseResult parsed, string archived, string again, int? workers, CancellationToken cancellation)
    {
        var manifest = RunTable.ManifestOf(archived);
        if (!manifest.IsComplete)
        {
            throw new CommandException(ExitCode.Incomplete, Invariant($"error: {archived} is not complete: {manifest.RunsDone} of {manifest.RunsPlanned} runs are there, so nothing can be compared; {ShellText.Command("verify", archived)} checks what is there"));
        }

        ModelRules.Require(manifest, "reproduce");

        // A table that is damaged cannot be compared: said before the runs are made again.
        _ = RunTable.Read(archived);

        // Where a rule says when to stop replicating, it has to stop at the same replicate again.
        var staged = StoredExperiment.InputOf(archived, LeaderSimCommand.ExtensionOf(parsed));
        var input = staged.Spec.Replication is null ? staged : staged with { Plan = new ExperimentPlan(staged.Spec) };
        var options = new SweepOptions
        {
            Grow = input.Growth,
            Workers = SharedOptions.WorkersOf(workers, input.Spec),
            Arguments = [.. parsed.Tokens.Select(t => t.Value)],
        };
        var error = parsed.InvocationConfiguration.Error;
        Messages.Of(parsed).WriteLine($"{input.Spec.Name}: running {Counted.Of(manifest.RunsPlanned, "run")} again, made by {manifest.ToolVersion}");
        using var store = ResultsStore.OpenLike(again, input, archived);
        return new SweepProgress(error, Messages.IsQuiet(parsed) ? Verbosity.Quiet : Verbosity.Normal, Messages.UseColour(parsed))
            .Show(progress => Sweep.Run(input.Plan, store, options with { Progress = progress }, cancellation));
    }

    private static string AsText(Reproduction found)
    {
        var files = string.Concat(found.Files.Select(f => $"{f} does not have the same bytes{Environment.NewLine}"));
        var first = found.First switch
        {
            null => "",
            { Column: null } run => $"first: run {run.RunId} (position {run.RunIndex}): in the archive it {run.Stored}, made again it {run.Reproduced}{Environment.NewLine}",
            var run => $"first: run {run.RunId} (position {run.RunIndex}), {run.Column}: archived {run.Stored}, made again {run.Reproduced}{Environment.NewLine}",
        };
        var odd = found.ColumnsOfOne.Count == 0 ? ""
            : $"compared by the columns that both have; another version wrote the archive, and only one of the two has {string.Join(", ", found.ColumnsOfOne)}{Environment.NewLine}";
        var verdict = found.Agrees ? "reproduced" : "NOT REPRODUCED";
        return files + first + odd + Invariant(
            $"{verdict}: {Counted.Of(found.Runs, "run")} compared, {found.RunsDiffering} different{Environment.NewLine}");
    }
}
