using System.CommandLine;
using System.Globalization;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Tables;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim validate FILE</c>: every problem of an experiment file, or how many runs it has.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var (file, set, seed, json) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.Json());
        var command = new Command("validate", "Check an experiment file and list every problem; runs nothing") { file, set, seed, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var result = ExperimentReader.Read(path, parsed.GetValue(set), parsed.GetValue(seed), LeaderSimCommand.ExtensionOf(parsed).Model);
            return parsed.GetValue(json)
                ? WriteJson(result, path, parsed.InvocationConfiguration)
                : WriteText(result, path, parsed.InvocationConfiguration.Output, Messages.Of(parsed), verb =>
                    Messages.Of(parsed).WriteLine(NextCommand.Of(verb, path, parsed.GetValue(set), parsed.GetValue(seed))));
        });
        return command;
    }

    private static int WriteText(ReadResult result, string file, TextWriter output, TextWriter messages, Action<string> suggest)
    {
        if (result.Calibration is { } calibration)
        {
            var input = new CalibrationInput(new CalibrationPlan(calibration));
            output.WriteLine($"{file} is valid: {input.Size} (calibration {input.Plan.CalibrationId})");
            suggest("calibrate");
            return ExitCode.Complete;
        }

        if (result.Optimization is { } optimization)
        {
            var input = new OptimizationInput(new OptimizationPlan(optimization));
            output.WriteLine($"{file} is valid: {input.Size} (optimization {input.Plan.OptimizationId})");
            suggest("optimize");
            return ExitCode.Complete;
        }

        if (result.Spec is not { } spec)
        {
            throw new CommandException(ExitCode.Invalid, ExperimentInput.Message(file, result.Problems));
        }

        var plan = new ExperimentPlan(spec);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file} is valid: {ExperimentInput.SizeOf(spec, plan)} (experiment {plan.ExperimentId})"));
        foreach (var note in plan.Points.Select(p => p.Scenario.Network.Data).Distinct().SelectMany(d => d?.Notes ?? []).Distinct())
        {
            messages.WriteLine($"note: {note}");
        }

        if (SharedWorlds.Of(spec) is { } caution)
        {
            messages.WriteLine($"caution: {caution.Message}");
        }

        suggest("run");
        return ExitCode.Complete;
    }

    private static int WriteJson(ReadResult result, string file, InvocationConfiguration configuration)
    {
        if (result.Calibration is { } calibration)
        {
            var input = new CalibrationInput(new CalibrationPlan(calibration));
            configuration.Output.WriteLine(
                JsonText.Of(new { File = file, Valid = true, input.Plan.CalibrationId, calibration.Runs, calibration.MostSimulations, result.Problems }));
            return ExitCode.Complete;
        }

        if (result.Optimization is { } optimization)
        {
            var optimizationId = new OptimizationPlan(optimization).OptimizationId;
            configuration.Output.WriteLine(JsonText.Of(new { File = file, Valid = true, optimizationId, optimization.Budget, result.Problems }));
            return ExitCode.Complete;
        }

        var plan = result.Spec is { } spec ? new ExperimentPlan(spec) : null;
        configuration.Output.WriteLine(JsonText.Of(new
        {
            File = file,
            Valid = plan is not null,
            plan?.ExperimentId,
            Points = plan?.Points.Count,
            result.Spec?.Replicates,
            Runs = plan?.Count,
            result.Problems,
            Cautions = result.Spec is { } asked && SharedWorlds.Of(asked) is { } caution ? new[] { caution } : [],
        }));
        return plan is null ? ExitCode.Invalid : ExitCode.Complete;
    }
}
