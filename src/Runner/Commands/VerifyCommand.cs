using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Checking;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim verify DIR</c>: whether a results folder is what its experiment gives.</summary>
internal static class VerifyCommand
{
    private const long DefaultSample = 10;

    public static Command Create()
    {
        var folder = ResultsPlace.Argument("folder", ArchivedResults.Description, "DIR");
        var (json, workers) = (SharedOptions.Json(), SharedOptions.Workers());
        var sample = new Option<long>("--sample") { Description = "Runs to replay, drawn at random; as many as there are: all", HelpName = "K", DefaultValueFactory = _ => DefaultSample };
        sample.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() < 0)
            {
                result.AddError("--sample is negative; allowed is a number from 0");
            }
        });
        var command = new Command("verify", "Check hashes, that every planned run is there, and that random runs give the same bits again") { folder, sample, workers, json };
        command.SetAction((parsed, cancellation) =>
        {
            using var scratch = new ScratchFolder();
            var results = ArchivedResults.Open(parsed.GetRequiredValue(folder), scratch);
            var path = results.Folder;
            _ = RunTable.ManifestOf(path);
            var found = Verification.Of(
                StoredExperiment.PlanOf(path, LeaderSimCommand.ExtensionOf(parsed)),
                path,
                new VerificationOptions { Sample = parsed.GetValue(sample), Workers = parsed.GetValue(workers) ?? 0, Seed = Environment.TickCount },
                cancellation);
            found = found with { Faults = [.. found.Faults.Select(results.Shown)] };
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json) ? JsonText.Of(found) + Environment.NewLine : AsText(found));
            return Task.FromResult(found.IsSound ? ExitCode.Complete : ExitCode.Mismatch);
        });
        return command;
    }

    private static string AsText(Verification found) =>
        string.Concat(found.Faults.Select(f => $"{f.Where}: {f.What}{Environment.NewLine}")) + Invariant($"{(found.IsSound ? "sound" : "NOT SOUND")}: {Counted.Of(found.FilesChecked, "file")} checked, {found.RunsPresent} of {found.RunsPlanned} runs present, ")
            + Invariant($"{found.RunsReplayed} replayed, {Counted.Of(found.Faults.Count, "fault")}{Environment.NewLine}")
        + (found.Note is { } note ? $"note: {note}{Environment.NewLine}" : "");
}
