using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim status DIR</c>: which runs of an experiment are done, failed and missing.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (folder, json) = (SharedOptions.ResultsFolder(), SharedOptions.Json());
        var command = new Command("status", "Show the progress of an experiment: runs done, failed and missing, by design point") { folder, json };
        command.SetAction(parsed =>
        {
            var path = Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(folder));
            if (ResultsParts.IsPart(path) && RunManifest.Read(path) is { } part)
            {
                return OfShare(parsed, path, part, parsed.GetValue(json));
            }

            // Before the first merge, and after one that could not be complete, the shares have more runs.
            if (RunManifest.Read(path)?.IsComplete != true && PartsStatus.Of(path, LeaderSimCommand.ExtensionOf(parsed)) is { } parts)
            {
                return OfParts(parsed, path, parts, parsed.GetValue(json));
            }

            _ = RunTable.ManifestOf(path);
            var status = StoreStatus.Of(path, StoredExperiment.PlanOf(path, LeaderSimCommand.ExtensionOf(parsed)));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json)
                ? JsonText.Of(new { status.Manifest.Status, status.Done, status.Failed, status.Missing, status.Worker, status.Untrusted, status.Points })
                    + Environment.NewLine
                : AsText(status));
            return status.Missing > 0 ? ExitCode.Incomplete : status.Failed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Complete;
        });
        return command;
    }

    private static int OfParts(ParseResult parsed, string path, PartsStatus parts, bool asJson)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.Write(asJson
            ? JsonText.Of(new
            {
                parts.Done,
                parts.Failed,
                parts.Missing,
                Shares = parts.Shares.Select(s => new { Share = s.Share.ToString(), s.Done, s.Failed, s.Total }),
            }) + Environment.NewLine
            : parts.AsText(path));
        Messages.Of(parsed).WriteLine(parts.Next(path));
        return ExitCode.Incomplete;
    }

    private static int OfShare(ParseResult parsed, string path, RunManifest manifest, bool asJson)
    {
        var whole = ResultsParts.WholeOf(Path.GetFullPath(path));
        var plan = StoredExperiment.PlanOf(RunManifest.Read(whole) is null ? path : whole, LeaderSimCommand.ExtensionOf(parsed));
        var share = ShareProgress.Of(whole, plan, ResultsParts.ShareOf(path)!);
        var worker = StoreStatus.WorkerIn(path);
        var missing = Math.Max(0, share.Total - share.Done - share.Failed);
        parsed.InvocationConfiguration.Output.Write(asJson
            ? JsonText.Of(new { Share = share.Share.ToString(), share.Done, share.Failed, Missing = missing, Worker = worker }) + Environment.NewLine
            : WorkerText(worker, manifest, share.IsComplete) + Invariant($"share {share.Share}: {share.Done} done, {share.Failed} failed, {missing} missing of {share.Total} runs{Environment.NewLine}"));
        return missing > 0 ? ExitCode.Incomplete : share.Failed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Complete;
    }

    private static string WorkerText(string? worker, RunManifest manifest, bool isComplete) =>
        worker is not null ? $"{worker} is running{Environment.NewLine}"
        : manifest.Status == ExperimentStatus.Running && !isComplete ? $"no session is running: the last one was killed; {manifest.LastCommand ?? $"its {ShellText.Program} run command"} resumes it{Environment.NewLine}"
        : "";

    private static string AsText(StoreStatus status)
    {
        var open = ResultTable.Of("status", "Design points that are not complete", "", [.. status.Points.Where(p => p.Failed + p.Missing > 0)],
        [
            new(TableColumn.Label("point", "point"), p => p.PointIndex),
            new(TableColumn.Count("done", "done"), p => p.Done),
            new(TableColumn.Count("failed", "failed"), p => p.Failed),
            new(TableColumn.Count("missing", "missing"), p => p.Missing),
        ]);
        var untrusted = string.Concat(status.Untrusted.Select(s => $"{s.Folder} is not used: {s.Reason}{Environment.NewLine}"));
        var worker = WorkerText(status.Worker, status.Manifest, isComplete: false);
        return (open.Count > 0 ? TextTable.OnTerminal(open) : "") + untrusted + worker + Invariant($"{status.Done} done, {status.Failed} failed, {status.Missing} missing of {status.Manifest.RunsPlanned} runs{Environment.NewLine}");
    }
}
