using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim expressions</c>: what metrics and conditions of experiment files can say.</summary>
internal static class ExpressionsCommand
{
    public static Command Create()
    {
        var command = new Command("expressions", "Print what metrics and conditions of experiment files can name and say (Markdown)");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(ExpressionsDocument.Text(LeaderSimCommand.ExtensionOf(parsed).Model)));
        return command;
    }
}
