using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Optimization;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim optimize FILE</c>: where among the values of factors outputs are best.</summary>
internal static class OptimizeCommand
{
    private const int StandardProblems = 100;

    public static Command Create()
    {
        var (file, set, seed, workers) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Workers());
        var (output, json, verbose) = (SharedOptions.ResultsRoot(), SharedOptions.Json(), SharedOptions.Verbose());
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Check, count and estimate; change nothing" };
        var selfTest = new Option<bool>("--self-test") { Description = "Instead of optimizing, test the method on noisy functions of the same factors whose optimum is known" };
        var problems = new Option<int?>("--problems") { Description = $"Functions of each kind in the self-test (default: {StandardProblems})", HelpName = "N" };
        var command = new Command("optimize", "Find the policy or the parameter values under which an output is best; resumes after the last complete wave")
        {
            file, output, workers, seed, set, dryRun, selfTest, problems, json, verbose,
        };
        var (share, requeueCode) = (ShareOption.Create("next wave"), SharedOptions.RequeueCode());
        command.Options.Add(share);
        command.Options.Add(requeueCode);
        command.Validators.Add(result =>
        {
            if (result.GetValue(share) is not null && result.GetValue(selfTest))
            {
                result.AddError("--self-test runs in one process; leave --shard out");
            }

            if (result.GetValue(problems) is { } count && (count < 1 || !result.GetValue(selfTest)))
            {
                result.AddError(Invariant($"--problems is {count}; allowed is a whole number from 1, with --self-test"));
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = OptimizationInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var call = new OptimizationCall
            {
                Input = input,
                Folder = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input.Spec.Name, input.Plan.OptimizationId),
                Workers = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec.Execution),
                Overrides = parsed.GetValue(set) ?? [],
                Share = parsed.GetValue(share),
                IncompleteCode = parsed.GetValue(requeueCode) ?? ExitCode.Incomplete,
                IsJson = parsed.GetValue(json),
                Terminal = CallTerminal.Of(parsed, SharedOptions.VerbosityOf(parsed, verbose)),
            };
            return Task.FromResult(
                parsed.GetValue(dryRun) ? call.Plan()
                : parsed.GetValue(selfTest) ? new OptimizationSelfTest(call, parsed.GetValue(problems) ?? StandardProblems).Run(cancellation)
                : new OptimizationSession(call).Run(cancellation));
        });
        return command;
    }
}
