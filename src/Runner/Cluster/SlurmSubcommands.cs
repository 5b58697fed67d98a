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
        var (folder, json) = (SharedOptions.ResultsFolder(), SharedOptions.Json());
        var command = new Command("status", "Show how the shares are doing: complete, running, queued, stopped, lost") { folder, json };
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
        var folder = SharedOptions.ResultsFolder();
        var time = JobOptions.Time("--time", "Another limit of a task, as in 2h");
        var sbatch = new Option<string[]>("--sbatch") { Description = "More options for sbatch, which win over the earlier ones", HelpName = "OPTIONS", DefaultValueFactory = _ => [] };
        var command = new Command("resubmit", "Submit the shares that are not complete and not queued, and their merge") { folder, time, sbatch };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            var settings = of.Submitted.Settings;
            if (JobOptions.TimeOf(parsed, time) is { } limit)
            {
                settings = settings with { Minutes = JobOptions.MinutesOf(limit) };
            }

            return Submit(parsed, of, settings, parsed.GetValue(sbatch)!);
        });
        return command;
    }

    /// <summary><c>leadersim slurm cancel DIR</c>.</summary>
    public static Command Cancel()
    {
        var folder = SharedOptions.ResultsFolder();
        var command = new Command("cancel", "Cancel the jobs of an experiment; what is done is kept") { folder };
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

    /// <summary><c>leadersim slurm next DIR</c>, which the merge calls where replication is adaptive.</summary>
    public static Command Next()
    {
        var folder = SharedOptions.ResultsFolder();
        var command = new Command("next", "Submit the runs that a merge has added to a plan whose replication is adaptive") { folder };
        command.SetAction(parsed =>
        {
            var of = SlurmFolder.Open(parsed.GetRequiredValue(folder));
            if (of.Work.StagesIn(of.Results) <= of.Submitted.Stages)
            {
                // Runs are missing, and submitting them for ever would not help.
                throw new CommandException(ExitCode.Incomplete, $"error: the plan has not grown: shares are missing.{Environment.NewLine}next: {ShellText.Command("slurm", "status", of.Results)}");
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
        RunShare[] shares = [.. status.Idle.Select(s => s.Progress.Share)];
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

    private static string Next(SlurmFolder of, SlurmStatus status) =>
        of.IsMerged ? $"merged; next: {ShellText.Command("report", of.Results)}"
        : status.Idle.Any() ? status.QueueAnswered ? $"next: {ShellText.Command("slurm", "resubmit", of.Results)}" : "next: ask again when squeue answers"
        : status.Merge is { } merge ? $"the merge {merge.Job} {(merge.Runs ? "runs" : "waits")}; next: ask again"
        : status.Shares.All(s => s.State == ShareState.Complete) ? $"next: {ShellText.Command("merge", of.Results)}"
        : "next: ask again";
}
