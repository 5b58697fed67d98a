using System.CommandLine;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Cluster;

/// <summary>What can be asked of an experiment that was submitted: status, resubmit, cancel, and the next wave of one that grows.</summary>
internal static class SlurmSubcommands
{
    /// <summary><c>leadersim slurm status DIR</c>.</summary>
    public static Command Status()
    {
        var (folder, json) = (Folder(), SharedOptions.Json());
        var command = new Command("status", "Show how the shares are doing: complete, running, queued, stopped, lost; exit code 4 until they are merged") { folder, json };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            var status = SlurmStatus.Of(of.Results, of.Work, of.Submitted, SlurmQueue.Tasks());
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(json)
                ? JsonText.Of(new { status.QueueAnswered, of.IsMerged, Shares = status.Shares.Select(AsJson) }) + Environment.NewLine
                : status.AsText());
            Messages.Of(parsed).WriteLine(Next(of, status));
            return of.IsMerged ? ExitCode.Complete : ExitCode.Incomplete;
        });
        return command;
    }

    /// <summary><c>leadersim slurm resubmit DIR</c>.</summary>
    public static Command Resubmit()
    {
        var folder = Folder();
        var time = JobOptions.Time("--time", "New time limit of a task, as in 2h (default: as before)");
        var mergeTime = JobOptions.Time("--merge-time", "New time limit of the merge, as in 2h (default: as before)");
        var sbatch = new Option<string[]>("--sbatch") { Description = "More options for sbatch, which win over those given before", HelpName = "OPTIONS", DefaultValueFactory = _ => [] };
        var command = new Command("resubmit", "Submit the shares that are neither complete nor queued, and a merge that waits for them") { folder, time, mergeTime, sbatch };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            var (settings, more) = (of.Submitted.Settings, parsed.GetValue(sbatch)!);
            return Submit(parsed, of, settings with
            {
                Minutes = JobOptions.TimeOf(parsed, time) is { } limit ? JobOptions.MinutesOf(limit) : settings.Minutes,
                MergeMinutes = JobOptions.TimeOf(parsed, mergeTime) is { } merge ? JobOptions.MinutesOf(merge) : settings.MergeMinutes ?? settings.Minutes,
                Options = [.. settings.Options, .. more],
            }, more);
        });
        return command;
    }

    /// <summary><c>leadersim slurm cancel DIR</c>.</summary>
    public static Command Cancel()
    {
        var folder = Folder();
        var command = new Command("cancel", "Cancel the jobs of an experiment; runs that are done are kept") { folder };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            var tasks = SlurmQueue.Tasks();
            string[] jobs = tasks is null ? [.. of.Submitted.Jobs.Select(j => j.Id)] : [.. SlurmJobs.Active(of.Submitted, tasks).Select(t => t.Job).Distinct()];
            if (jobs.Length > 0 && SlurmQueue.Cancel(jobs) is { } refusal)
            {
                throw new CommandException(ExitCode.ResultsUnusable, $"error: scancel failed: {refusal}");
            }

            Messages.Of(parsed).WriteLine(jobs.Length == 0 ? "no job of this experiment is queued or running" : $"cancelled: {string.Join(", ", jobs)}; runs that are committed are kept");
            Messages.Of(parsed).WriteLine($"next: {ShellText.Command("slurm", "resubmit", of.Results)}");
            return ExitCode.Complete;
        });
        return command;
    }

    /// <summary><c>leadersim slurm next DIR</c>, which the merge calls where stages follow from one another.</summary>
    public static Command Next()
    {
        var folder = Folder();
        var command = new Command("next", "Submit the next stage that a merge has planned; the merge gives this command itself") { folder };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            if (of.Work.StagesIn(of.Results) <= of.Submitted.Stages)
            {
                // Runs are missing, and submitting them for ever would not help.
                throw new CommandException(ExitCode.Incomplete, $"error: there is no next stage to submit, since shares of the last one are missing.{Environment.NewLine}next: {ShellText.Command("slurm", "status", of.Results)}");
            }

            return Submit(parsed, of, of.Submitted.Settings, []);
        });
        return command;
    }

    /// <summary>What was submitted, in one line.</summary>
    public static string Summary(IEnumerable<SubmittedJob> jobs) =>
        "submitted: " + string.Join(", ", jobs.Select(j => j.IsMerge
            ? $"merge {j.Id} after them"
            : Invariant($"array {j.Id} ({j.Indices}{(j.Offset > 0 ? $", shares from {j.Offset + 1} on" : "")})")));

    private static Argument<string> Folder() =>
        new("folder") { Description = $"Results folder, as {ShellText.Program} slurm FILE printed it: results/NAME/ID", HelpName = "DIR" };

    private static object AsJson(ShareStatus share) => new
    {
        Share = share.Progress.Share.ToString(),
        State = share.State.ToString(),
        share.Detail,
        share.Progress.Done,
        share.Progress.Failed,
        share.Progress.Total,
    };

    private static int Submit(ParseResult parsed, SlurmFolder of, JobSettings settings, string[] more)
    {
        var (messages, tasks) = (Messages.Of(parsed), SlurmQueue.Tasks());
        var status = SlurmStatus.Of(of.Results, of.Work, of.Submitted, tasks);
        RunShare[] shares = [.. status.Unattended.Select(s => s.Progress.Share)];
        if (shares.Length == 0 && (of.IsMerged || status.Merge is not null))
        {
            messages.WriteLine(of.IsMerged ? "complete and merged: nothing to submit" : "every share is complete or queued, and so is the merge: nothing to submit");
            return ExitCode.Complete;
        }

        var scripts = new ShareScripts(of.Results, of.Work, settings);
        scripts.WriteSlurm();

        // A merge that calls this for the next wave must not wait for itself.
        var own = Environment.GetEnvironmentVariable("SLURM_JOB_ID");
        var active = SlurmJobs.Active(of.Submitted, tasks).Select(t => t.Job).Where(job => job != own).Distinct();
        var jobs = new SlurmJobs(scripts, more).Submit(shares, of.Submitted, of.Work.StagesIn(of.Results), active);
        parsed.InvocationConfiguration.Output.WriteLine(of.Results);
        messages.WriteLine(Invariant($"{shares.Length} of {settings.Shares} shares are not complete"));
        messages.WriteLine(Summary(jobs.Jobs.Skip(of.Submitted.Jobs.Count)));
        messages.WriteLine($"next: {ShellText.Command("slurm", "status", of.Results)}");
        return ExitCode.Complete;
    }

    private static string Next(SlurmFolder of, SlurmStatus status)
    {
        string Resubmit(params string[] options) => $"next: {ShellText.Command(["slurm", "resubmit", of.Results, .. options])}";
        var isPlanning = status is { Merge.Runs: true } && status.Unattended.All(s => s.State == ShareState.Due);
        return of.IsMerged ? $"merged; next: {ShellText.Command("report", of.Results)}"
            : status.Unattended.Any() && !isPlanning ? status.QueueAnswered ? Resubmit() : "next: ask again when squeue answers"
            : status.Merge is { } merge ? $"the merge {merge.Job} {(merge.Runs ? "runs" : "waits")}; next: ask again"
            : status.MergeEnded is { State: "TIMEOUT" } ? Resubmit("--merge-time", LongerMerge(of.Submitted.Settings))
            : status.MergeEnded is { State: not "FAILED" } ? Resubmit()
            : status.Shares.All(s => s.State is ShareState.Complete or ShareState.Idle) ? $"next: {ShellText.Command("merge", of.Results)}"
            : "next: ask again";
    }

    private static string LongerMerge(JobSettings settings) => Invariant($"{2 * (settings.MergeMinutes ?? settings.Minutes)}m");
}
