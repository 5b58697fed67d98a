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
    public static Command Create() => Create(new SweepOptions().CreateEngine);

    /// <summary>The verb with something in the place of the engine.</summary>
    internal static Command Create(Func<Func<PlannedRun, ProgramOutcome>> createEngine)
    {
        var (file, set, seed, workers) = (SharedOptions.ExperimentFiles(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Workers());
        var output = SharedOptions.ResultsRoot();
        var verbose = SharedOptions.Verbose();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Check, plan and estimate; change nothing" };
        var (limits, reuse) = (new RunLimitOptions(), new ReuseOptions());
        var command = new Command("run", "Run an experiment, or its missing runs; then analyze, draw and report") { file, output, workers, seed, set, dryRun };
        foreach (var option in (IEnumerable<Option>)[.. reuse.All, .. limits.All, verbose])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var inputs = ExperimentInput.ReadAll(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            RunSession[] sessions = [.. inputs.Select(input => SessionOf(input, parsed))];
            if (!parsed.GetValue(dryRun))
            {
                return Task.FromResult(sessions is [var only] ? only.Run(cancellation) : RunBatch.Run(sessions, cancellation));
            }

            foreach (var session in sessions)
            {
                ShowPlan(session, parsed);
            }

            return Task.FromResult(ExitCode.Complete);
        });
        return command;

        RunSession SessionOf(ExperimentInput input, ParseResult parsed)
        {
            var chosen = limits.Read(parsed);
            if (chosen.Scratch is not null && chosen.Share is null && input.Spec.Replication is not null)
            {
                throw new CommandException(
                    ExitCode.Invalid,
                    "error: --scratch moves a plan of fixed size, and the replicates of this experiment are as many as its goals need; leave --scratch out, or run shares with --shard");
            }

            var whole = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input);
            var folder = chosen.Share is { } share ? ResultsParts.FolderOf(whole, share) : whole;
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            string[] arguments = [.. parsed.Tokens.Select(t => t.Value)];
            var verbosity = SharedOptions.VerbosityOf(parsed, verbose);
            return new(input, folder, [.. parsed.GetValue(set) ?? [], .. input.Choice], arguments, threads, parsed.InvocationConfiguration, verbosity)
            {
                Limits = chosen,
                Sources = () => ReuseFolders.Of(whole, input.Plan, reuse.Read(parsed), Messages.Of(parsed).WriteLine),
                Extension = LeaderSimCommand.ExtensionOf(parsed),
                CreateEngine = createEngine,
                UsesColour = Messages.UseColour(parsed),
            };
        }
    }

    private static void ShowPlan(RunSession session, ParseResult parsed)
    {
        var plan = session.Input.Plan;
        var known = KnownRuns.Of(session.Folder, plan, session.Sources());
        session.Configuration.Output.Write(PlanCommand.Summary(session.Input, session.Workers, TimeProbe.Estimate(plan, session.Workers), known));
        Messages.Of(parsed).WriteLine($"nothing was run; results would go to {session.Folder}");
    }
}
