using System.CommandLine;
using System.Globalization;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;
using LeadershipSim.Runner.Tables;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim status DIR</c>: what is there of an experiment, and what is missing.</summary>
internal static class StatusCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (folder, json) = (SharedOptions.ResultsFolder(), SharedOptions.Json());
        var command = new Command("status", "Show how far an experiment has come: runs done, failed and missing, by design point") { folder, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            _ = RunTable.ManifestOf(path);
            var status = StoreStatus.Of(path, ResultsFolder.PlanOf(path));
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json)
                ? JsonText.Of(new { status.Manifest.Status, status.Done, status.Failed, status.Missing, status.Worker, status.Untrusted, status.Points }) + Environment.NewLine
                : AsText(status));
            return status.Missing > 0 ? ExitCode.Incomplete : status.Failed > 0 ? ExitCode.SomeRunsFailed : ExitCode.Complete;
        });
        return command;
    }

    private static string AsText(StoreStatus status)
    {
        IReadOnlyList<string> header = ["point", "done", "failed", "missing"];
        var rows = status.Points.Where(p => p.Failed + p.Missing > 0).Select(p => (IReadOnlyList<string>)[Text(p.PointIndex), Text(p.Done), Text(p.Failed), Text(p.Missing)]).ToList();
        var untrusted = string.Concat(status.Untrusted.Select(s => $"{s.Folder} is not used: {s.Reason}{Environment.NewLine}"));
        var worker = status.Worker is not null ? $"{status.Worker} is working on it{Environment.NewLine}"
            : status.Manifest.Status == ExperimentStatus.Running ? $"nobody is working on it: the last session was killed; the same leadersim run command goes on{Environment.NewLine}"
            : "";
        return (rows.Count > 0 ? TextTable.Of([header, .. rows]) : "") + untrusted + worker + string.Create(
            CultureInfo.InvariantCulture, $"{status.Done} done, {status.Failed} failed, {status.Missing} missing of {status.Manifest.RunsPlanned} runs{Environment.NewLine}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
