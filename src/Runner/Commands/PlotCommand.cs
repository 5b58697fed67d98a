using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Results;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim plot DIR</c>: figures of finished runs.</summary>
internal static class PlotCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = SharedOptions.ResultsFolder();
        var command = new Command("plot", "Draw the figures of a results folder again: writes DIR/figures as PNG, SVG and CSV") { folder };
        command.SetAction(parsed =>
        {
            var results = ResultsFolder.Open(parsed.GetRequiredValue(folder), Messages.Of(parsed), LeaderSimCommand.ExtensionOf(parsed));
            foreach (var file in results.WriteFigures(results.Study()))
            {
                parsed.InvocationConfiguration.Output.WriteLine(file);
            }

            Messages.Of(parsed).WriteLine(NextCommand.Of("report", results.Path));
        });
        return command;
    }
}
