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
    /// <param name="extension">What the program is extended with; null: nothing.</param>
    public static RootCommand Root(Extension? extension = null)
    {
        var root = new LeaderSimCommand(extension ?? Extension.None)
        {
            RunCommand.Create(),
            ValidateCommand.Create(),
            PlanCommand.Create(),
            AnalyzeCommand.Create(),
            TableCommand.Create(),
            PlotCommand.Create(),
            ReportCommand.Create(),
            SensitivityCommand.Create(),
            CalibrateCommand.Create(),
            ReplayCommand.Create(),
            TwinCommand.Create(),
            StatusCommand.Create(),
            QueryCommand.Create(),
            MergeCommand.Create(),
            SlurmCommand.Create(),
            ShardsCommand.Create(),
            ExportCommand.Create(),
            ReproduceCommand.Create(),
            VerifyCommand.Create(),
            DiffCommand.Create(),
            PoliciesCommand.Create(),
            ParametersCommand.Create(),
            SurvivalCommand.Create(),
            InequalityCommand.Create(),
            NetworkCommand.Create(),
            DockCommand.Create(),
            InitCommand.Create(),
            CompletionCommand.Create(),
            OddCommand.Create(),
            SchemaCommand.Create(),
        };
        // Help is --help and -h everywhere; /? and -? would only be noise in completions.
        var help = root.Options.OfType<HelpOption>().Single();
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
