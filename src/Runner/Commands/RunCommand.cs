using System.CommandLine;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim run FILE</c>: does the missing runs of an experiment, analyzes, draws and writes the report.</summary>
internal static class RunCommand
{
    /// <summary>The verb.</summary>
    public static Command Create() => Create(new SweepOptions().Runner);

    /// <summary>The verb with something in the place of the engine.</summary>
    internal static Command Create(Func<Func<PlannedRun, ProgramOutcome>> runner)
    {
        var (file, set, seed, workers) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Workers());
        var output = SharedOptions.ResultsRoot();
        var verbose = SharedOptions.Verbose();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Check, plan and estimate; change nothing" };
        var limits = new RunLimitOptions();
        var command = new Command("run", "Run an experiment, or its missing runs; then analyze, draw and report") { file, output, workers, seed, set, dryRun };
        foreach (var option in limits.All.Append(verbose))
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = ExperimentInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            var configuration = parsed.InvocationConfiguration;
            var chosen = limits.Read(parsed);
            if (chosen.Scratch is not null && chosen.Share is null && input.Spec.Replication is not null)
            {
                throw new CommandException(ExitCode.Invalid, "error: --scratch moves a plan of fixed size, and the replicates of this experiment are as many as its goals need; leave --scratch out, or run shares with --shard");
            }

            var whole = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input);
            var folder = chosen.Share is { } share ? ResultsParts.FolderOf(whole, share) : whole;
            if (parsed.GetValue(dryRun))
            {
                configuration.Output.WriteLine(PlanCommand.Summary(input, threads, TimeProbe.Estimate(input.Plan, threads)));
                Messages.Of(parsed).WriteLine($"nothing was run; results would go to {folder}");
                return Task.FromResult(ExitCode.Complete);
            }

            var arguments = parsed.Tokens.Select(t => t.Value).ToArray();
            var session = new RunSession(
                input, folder, parsed.GetValue(set) ?? [], arguments, threads, configuration, SharedOptions.VerbosityOf(parsed, verbose))
            {
                Limits = chosen,
                Extension = LeaderSimCommand.ExtensionOf(parsed),
                Runner = runner,
                UsesColour = Messages.UseColour(parsed),
            };
            return Task.FromResult(session.Run(cancellation));
        });
        return command;
    }
}
