using System.CommandLine;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim analyze DIR</c>: analyses of finished runs, without running them again.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var (folder, reference, json) = (SharedOptions.ResultsFolder(), SharedOptions.Reference(), SharedOptions.Json());
        var (leadership, ticks) = (SharedOptions.Leadership(), SharedOptions.AtTicks());
        var command = new Command("analyze", "Analyze the runs of a results folder again; writes DIR/analysis") { folder, reference, leadership, ticks, json };
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            var settings = StudySettings.Of(results.Spec);
            settings = settings with
            {
                Leadership = parsed.GetValue(leadership) ?? settings.Leadership,
                Ticks = Checked(parsed.GetValue(ticks) ?? [], results),
            };
            var study = results.Study(parsed.GetValue(reference), settings);
            results.WriteAnalyses(study);
            var (output, messages) = (parsed.InvocationConfiguration.Output, Messages.Of(parsed));
            if (parsed.GetValue(json))
            {
                output.Write(StudyFiles.AsJson(study));
            }
            else
            {
                output.Write(results.TextOf(study));
            }

            messages.WriteLine($"wrote {Path.Combine(results.Path, "analysis")}");
            messages.WriteLine(NextCommand.Of("plot", results.Path));
        });
        return command;
    }

    private static int[] Checked(int[] ticks, ResultsFolder results)
    {
        var horizon = results.Plan.Points.Min(p => p.Scenario.HorizonTicks);
        return ticks.FirstOrDefault(t => t < 0 || t > horizon, -1) is var wrong && Array.Exists(ticks, t => t < 0 || t > horizon)
            ? throw new CommandException(ExitCode.Invalid, Invariant($"error: --at is {wrong}; allowed are ticks from 0 to {horizon}, the horizon"))
            : [.. ticks.Distinct().Order()];
    }
}
