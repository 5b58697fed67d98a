using System.CommandLine;
using LeadershipSim.Runner.Calibration;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim calibrate FILE</c>: which parameter values agree with what was observed.</summary>
internal static class CalibrateCommand
{
    private const int StandardDatasets = 100;

    public static Command Create()
    {
        var (file, set, seed, workers) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Workers());
        var (output, json, verbose) = (SharedOptions.ResultsRoot(), SharedOptions.Json(), SharedOptions.Verbose());
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Check, count and estimate; change nothing" };
        var selfTest = new Option<bool>("--self-test") { Description = "Instead of calibrating, test whether the method recovers known parameter values from synthetic data" };
        var datasets = new Option<int?>("--datasets") { Description = $"Synthetic data sets of the self-test (default: {StandardDatasets})", HelpName = "N" };
        var command = new Command("calibrate", "Find the parameter values that agree with what was observed; resumes after the last complete population") { file, output, workers, seed, set, dryRun, selfTest, datasets, json, verbose };
        var (share, requeueCode) = (ShareOption.Create("next population"), SharedOptions.RequeueCode());
        command.Options.Add(share);
        command.Options.Add(requeueCode);
        command.Validators.Add(result =>
        {
            if (result.GetValue(share) is not null && result.GetValue(selfTest))
            {
                result.AddError("--self-test runs in one process; leave --shard out");
            }

            if (result.GetValue(datasets) is { } count && (count < 2 || !result.GetValue(selfTest)))
            {
                result.AddError(Invariant($"--datasets is {count}; allowed is a whole number from 2, with --self-test"));
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            var model = LeaderSimCommand.ExtensionOf(parsed).Model;
            var input = CalibrationInput.Read(parsed.GetRequiredValue(file), parsed.GetValue(set) ?? [], parsed.GetValue(seed), model);
            var call = new CalibrationCall
            {
                Input = input,
                Folder = ResultsFolder.PathOf(parsed.GetRequiredValue(output), input.Spec.Name, input.Plan.CalibrationId),
                Workers = SharedOptions.WorkersOf(parsed.GetValue(workers), input.Spec.Execution),
                Overrides = parsed.GetValue(set) ?? [],
                Share = parsed.GetValue(share),
                IncompleteCode = parsed.GetValue(requeueCode) ?? ExitCode.Incomplete,
                IsJson = parsed.GetValue(json),
                Terminal = CallTerminal.Of(parsed, SharedOptions.VerbosityOf(parsed, verbose)),
            };
            var count = parsed.GetValue(datasets) ?? StandardDatasets;
            return Task.FromResult(
                parsed.GetValue(dryRun) ? call.Plan(parsed.GetValue(selfTest) ? count : null)
                : parsed.GetValue(selfTest) ? new SelfTest(call, count).Run(cancellation)
                : new CalibrationSession(call).Run(cancellation));
        });
        return command;
    }
}
