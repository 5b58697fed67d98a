using System.CommandLine;
using System.Text.Json;
using LeadershipSim.Experiments.Plans;
using LeadershipSim.Runner.CommandLine;
using LeadershipSim.Runner.Commands;
using LeadershipSim.Simulation.Outcomes;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Runs the program in this process and keeps what it writes.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line.</summary>
    public static Task<CommandLine> RunAsync(params string[] args) => RunAsync(Program.Root(), args);

    /// <summary>Runs a command line that must succeed, and reads the JSON document it writes.</summary>
    public static async Task<JsonElement> DocumentAsync(params string[] args)
    {
        var run = await RunAsync(args);
        Assert.True(run.ExitCode == Runner.CommandLine.ExitCode.Complete, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>Runs a command line of the verb run with something in the place of the engine.</summary>
    public static Task<CommandLine> RunWithAsync(Func<Func<PlannedRun, ProgramOutcome>> createEngine, params string[] args)
    {
        var root = new RootCommand { RunCommand.Create(createEngine) };
        foreach (var option in Messages.Options())
        {
            root.Options.Add(option);
        }

        return RunAsync(root, args);
    }

    /// <summary>Runs a command line of other verbs.</summary>
    public static async Task<CommandLine> RunAsync(RootCommand root, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Invocation.RunAsync(root, args, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
