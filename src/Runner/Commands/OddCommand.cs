using System.CommandLine;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Describing;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim odd</c>: the model description in the ODD protocol.</summary>
internal static class OddCommand
{
    public static Command Create()
    {
        var command = new Command("odd", "Print the model description (ODD protocol, Markdown) with tables from the code");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(OddDocument.Text(LeaderSimCommand.ExtensionOf(parsed).Model)));
        return command;
    }
}
