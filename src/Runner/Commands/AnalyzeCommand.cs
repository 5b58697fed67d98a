using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim analyze DIR</c>: analyses of finished runs, without running them again.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (folder, reference, json) = (SharedOptions.ResultsFolder(), SharedOptions.Reference(), SharedOptions.Json());
        var command = new Command("analyze", "Analyze the runs of a results folder again: writes DIR/analysis") { folder, reference, json };
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            var study = results.Study(parsed.GetValue(reference));
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
}
