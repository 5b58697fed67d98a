using System.CommandLine;
using System.CommandLine.Help;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Commands;
using LeadershipSim.Runner.Extensions;

namespace LeadershipSim.Runner;

/// <summary>The command line.</summary>
internal static class Program
{
    /// <summary>Runs one verb.</summary>
    public static Task<int> Main(string[] args) => LeaderSim.RunAsync(args);

    /// <summary>The root command with its verbs.</summary>
    /// <param name="extension">The extension of the program; null: none.</param>
    public static RootCommand Root(Extension? extension = null)
    {
        var root = new LeaderSimCommand(extension ?? Extension.None)
        {
            Groups =
            [
                ("Experiments",
                [
                    InitCommand.Create(), ValidateCommand.Create(), PlanCommand.Create(), ProtocolCommand.Create(), RunCommand.Create(),
                    StatusCommand.Create(), MergeCommand.Create(),
                    SlurmCommand.Create(), ShardsCommand.Create(), TwinCommand.Create(), CalibrateCommand.Create(),
                    OptimizeCommand.Create(), PatternsCommand.Create(),
                ]),
                ("Results",
                [
                    AnalyzeCommand.Create(), TableCommand.Create(), PlotCommand.Create(), ReportCommand.Create(), SensitivityCommand.Create(),
                    QueryCommand.Create(), DiffCommand.Create(), ReplayCommand.Create(), VerifyCommand.Create(), ExportCommand.Create(),
                    ReproduceCommand.Create(),
                ]),
                ("Your own tables", [SurvivalCommand.Create(), InequalityCommand.Create(), NetworkCommand.Create()]),
                ("Model", [PoliciesCommand.Create(), ParametersCommand.Create(), ExpressionsCommand.Create(), OddCommand.Create(), DockCommand.Create()]),
                ("Watching", [StudioCommand.Create()]),
                ("Shell", [SchemaCommand.Create(), CompletionCommand.Create()]),
            ],
        };
        // Help is --help and -h everywhere; /? and -? would only be noise in completions.
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new GroupedHelp((HelpAction)help.Action!);
        foreach (var alias in help.Aliases.Where(a => a != "-h").ToArray())
        {
            help.Aliases.Remove(alias);
        }

        foreach (var option in Messages.Options())
        {
            root.Options.Add(option);
        }

        return root;
    }
}
