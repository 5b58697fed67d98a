using System.CommandLine;
using LeadershipSim.Analysis.Cautions;
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

        ExperimentInput[] designs = [.. DesignsOf(result)];
        if (designs.Length == 0)
        {
            throw new CommandException(ExitCode.Invalid, ExperimentInput.Message(file, result.Problems));
        }

        foreach (var (spec, plan, name) in designs.Select(d => (d.Spec, d.Plan, d.Design)))
        {
            var of = name.Length == 0 ? "" : $" design {name}:";
            output.WriteLine($"{file} is valid:{of} {ExperimentInput.SizeOf(spec, plan)} (experiment {plan.ExperimentId})");
            if (SharedWorlds.Of(spec) is { } caution)
            {
                messages.WriteLine($"caution: {caution.Message}");
            }
        }

        foreach (var note in designs.SelectMany(d => d.Plan.Points).Select(p => p.Scenario.Network.Data).Distinct().SelectMany(d => d?.Notes ?? []).Distinct())
        {
            messages.WriteLine($"note: {note}");
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

        ExperimentInput[] designs = [.. DesignsOf(result)];
        var (plan, isOne) = (designs.FirstOrDefault()?.Plan, designs.Length == 1);
        configuration.Output.WriteLine(JsonText.Of(new
        {
            File = file,
            Valid = plan is not null,
            ExperimentId = isOne ? plan!.ExperimentId : null,
            Points = isOne ? plan!.Points.Count : (int?)null,
            result.Spec?.Replicates,
            Runs = plan is null ? (long?)null : designs.Sum(d => d.Plan.Count),
            Designs = designs.Length < 2 ? null
                : designs.Select(d => new { Name = d.Design, d.Plan.ExperimentId, Points = d.Plan.Points.Count, d.Spec.Replicates, Runs = d.Plan.Count }),
            result.Problems,
            Cautions = designs.Select(d => SharedWorlds.Of(d.Spec)).OfType<Caution>().Distinct(),
        }));
        return plan is null ? ExitCode.Invalid : ExitCode.Complete;
    }

    // None where there are problems.
    private static IEnumerable<ExperimentInput> DesignsOf(ReadResult result) => result.Spec is { } spec
        ? [new(spec, new ExperimentPlan(spec))]
        : result.Designs.Select(d => new ExperimentInput(d.Spec, new ExperimentPlan(d.Spec)) { Design = d.Design });
}
