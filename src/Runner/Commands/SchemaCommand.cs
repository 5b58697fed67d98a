using System.CommandLine;
using LeadershipSim.Experiments.Reading;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim schema</c>: the JSON Schema of experiment files.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Write the JSON Schema (draft 7) of experiment files; editors complete and check files with it");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(ExperimentSchema.Generate(LeaderSimCommand.ExtensionOf(parsed).Model)));
        return command;
    }
}
