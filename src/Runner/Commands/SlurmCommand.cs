using System.CommandLine;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.Cluster;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim slurm FILE</c>: runs an experiment as arrays of jobs on a Slurm cluster.</summary>
internal static class SlurmCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "Experiment file (YAML)", HelpName = "FILE", Arity = ArgumentArity.ZeroOrOne };
        var (output, set, seed) = (SharedOptions.ResultsRoot(), SharedOptions.Set(), SharedOptions.Seed());
        var submit = new Option<bool>("--submit") { Description = "Submit the tasks, and the merge that waits for them (default: only write the scripts)" };
        var local = new Option<bool>("--local-results") { Description = "Allow results on a disk that other nodes do not see, because all tasks run on this machine" };
        var print = JobOptions.PrintTemplate();
        var options = new JobOptions();
        var command = new Command("slurm", "Divide an experiment into shares, and write the Slurm jobs that run and merge them; --submit submits them") { file, output, set, seed, submit, local, print };
        foreach (var option in options.ForSlurm)
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(SlurmSubcommands.Status());
        command.Subcommands.Add(SlurmSubcommands.Resubmit());
        command.Subcommands.Add(SlurmSubcommands.Cancel());
        command.Subcommands.Add(SlurmSubcommands.Next());
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(print) is { } engine)
            {
                parsed.InvocationConfiguration.Output.Write(ScriptTemplate.TextOf(ShareEngine.Of(engine).Template));
                return ExitCode.Complete;
            }

            var path = parsed.GetValue(file) ?? throw new CommandException(ExitCode.Invalid, $"error: no experiment file is given; {ShellText.Program} slurm FILE writes its jobs, {ShellText.Program} slurm status DIR shows how they are doing");
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var work = ClusterWork.Read(path, parsed.GetValue(set) ?? [], parsed.GetValue(seed), model, "slurm");
            var results = work.PathIn(parsed.GetRequiredValue(output));
            if (!parsed.GetValue(local))
            {
                SharedDisk.Check(parsed.GetRequiredValue(output));
            }

            return Write(parsed, options, work, results, parsed.GetValue(submit));
        });
        return command;
    }

    private static int Write(ParseResult parsed, JobOptions options, ClusterWork work, string results, bool isSubmitted)
    {
        var (output, messages) = (parsed.InvocationConfiguration.Output, Messages.Of(parsed));
        var record = JobRecord.Read(ResultsParts.PartsOf(results));
        Refuse(results, record);
        var division = options.Divide(parsed, work, record?.Settings.Shares);
        if (record is not null && record.Settings.Shares != division.Shares && ResultsParts.SharesIn(results).Count > 0)
        {
            throw new CommandException(ExitCode.ResultsUnusable, Invariant(
                $"error: {ResultsParts.PartsOf(results)} holds {record.Settings.Shares} shares, not {division.Shares}: all runs would be run again; ")
                + $"leave --shares out, or give {ShellText.Command("slurm", "resubmit", results)}");
        }

        var settings = options.Settings(parsed, work, division, SlurmQueue.MaxArraySize());
        var scripts = new ShareScripts(results, work, settings);
        scripts.Freeze();
        var arrays = scripts.WriteSlurm();
        messages.WriteLine(division.Work(work));
        messages.WriteLine(division.Division(TimeSpan.FromMinutes(settings.Minutes)));
        var atOnce = settings.AtMost is { } most ? Invariant($", at most {most} tasks at once") : "";
        messages.WriteLine(Invariant($"{arrays.Count} {(arrays.Count == 1 ? "array" : "arrays")}{atOnce}; the merge starts when all tasks have ended, limit {PlainProgress.Duration(TimeSpan.FromMinutes(settings.MergeMinutes!.Value))}"));
        messages.WriteLine($"logs in {scripts.Logs}");
        output.WriteLine(results);
        if (!isSubmitted)
        {
            messages.WriteLine("nothing was submitted");
            var byHand = string.Join("; ", arrays.Select(a => $"sbatch {ShellText.Quote(a)}"));
            messages.WriteLine($"{NextCommand.Of([.. parsed.Tokens.Select(t => t.Value), "--submit"])}; or by hand: {byHand}, then {ShellText.Command("merge", results)}");
            return ExitCode.Complete;
        }

        var shares = Enumerable.Range(1, settings.Shares).Select(k => new RunShare(k, settings.Shares));
        var jobs = new SlurmJobs(scripts, []).Submit(shares, record, work.StagesIn(results), []);
        messages.WriteLine(SlurmSubcommands.Summary(jobs.Jobs.Skip(record?.Jobs.Count ?? 0)));
        messages.WriteLine($"next: {ShellText.Command("slurm", "status", results)}");
        return ExitCode.Complete;
    }

    // A second submission would queue every share twice: each of them refused by the lock of the first, or, where locks do not hold, done twice.
    private static void Refuse(string results, JobRecord? record)
    {
        if (record is null)
        {
            return;
        }

        var active = SlurmJobs.Active(record, SlurmQueue.Tasks());
        if (active.Count > 0)
        {
            var (jobs, folder) = (string.Join(", ", active.Select(t => t.Job).Distinct()), ShellText.Quote(results));
            throw new CommandException(
                ExitCode.ResultsUnusable,
                $"error: jobs of this experiment are queued or running: {jobs}; {ShellText.Program} slurm status {folder} shows them, {ShellText.Program} slurm cancel {folder} ends them");
        }
    }
}
