using System.CommandLine;
using LeadershipSim.Experiments.Storing;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim protocol FILE</c>: a page to preregister an experiment with, before any run.</summary>
internal static class ProtocolCommand
{
    public static Command Create()
    {
        var (file, set, seed, root) = (SharedOptions.ExperimentFile(), SharedOptions.Set(), SharedOptions.Seed(), SharedOptions.ResultsRoot());
        var page = new Option<string?>("--page") { Description = "File to write the page to instead of standard output", HelpName = "FILE" };
        var command = new Command("protocol", "Write a page to preregister an experiment with: question, expectation, estimand, design, planned precision")
        {
            file, page, root, seed, set,
        };
        command.SetAction(parsed =>
        {
            var (path, overrides) = (parsed.GetRequiredValue(file), parsed.GetValue(set) ?? []);
            var input = ExperimentInput.Read(path, overrides, parsed.GetValue(seed), LeaderSimCommand.ExtensionOf(parsed).Model, "protocol");
            var folder = ResultsFolder.PathOf(parsed.GetRequiredValue(root), input);
            var manifest = RunManifest.Read(folder);
            var there = (manifest?.RunsDone + manifest?.RunsFailed) ?? 0;
            if (there > 0)
            {
                Messages.Of(parsed).WriteLine(Invariant($"warning: {there} runs of this experiment exist in {folder}: the page says so"));
            }

            var text = ProtocolPage.Of(input, overrides, there, RunManifest.ToolVersionNow);
            if (parsed.GetValue(page) is { } target)
            {
                OutputFile.Write(target, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
                Messages.Of(parsed).WriteLine($"wrote {target}");
            }
            else
            {
                parsed.InvocationConfiguration.Output.Write(text);
            }

            Messages.Of(parsed).WriteLine(NextCommand.Of("run", path, overrides, parsed.GetValue(seed)));
        });
        return command;
    }
}
