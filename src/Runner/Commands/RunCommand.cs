using System.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim run FILE</c>: runs what is missing of an experiment, analyzes, draws and writes the report.</summary>
internal static class RunCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (file, set, seed, workers) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Workers());
        var output = new Option<string>("--output", "-o") { Description = "Folder for results; an experiment has its own folder in it", HelpName = "DIR", DefaultValueFactory = _ => "results" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Say nothing but errors" };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Check, plan and estimate; touch nothing" };
        var command = new Command("run", "Run an experiment, or what is missing of it; then analyze, draw and report") { file, output, workers, seed, set, quiet, dryRun };
        command.SetAction((parsed, cancellation) =>
        {
            var input = ExperimentInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed));
            var threads = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec);
            var configuration = parsed.InvocationConfiguration;
            var folder = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input);
            if (parsed.GetValue(dryRun))
            {
                configuration.Output.WriteLine(PlanCommand.Summary(input, threads, TimeProbe.Estimate(input.Plan, threads)));
                configuration.Error.WriteLine($"nothing was run; results would go to {folder}");
                return Task.FromResult(ExitCode.Complete);
            }

            var arguments = parsed.Tokens.Select(t => t.Value).ToArray();
            var session = new RunSession(input, folder, parsed.GetValue(set) ?? [], arguments, threads, configuration, parsed.GetValue(quiet));
            return Task.FromResult(session.Run(cancellation));
        });
        return command;
    }
}
