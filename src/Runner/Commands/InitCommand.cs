using System.CommandLine;
using LeadershipSim.Experiments.Problems;
using LeadershipSim.Experiments.Storing.Files;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim init</c>: a commented experiment to start from.</summary>
internal static class InitCommand
{
    /// <summary>Name of the example inside the program.</summary>
    internal const string Resource = "experiment.example.yaml";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "File to write; - is standard output", HelpName = "FILE", DefaultValueFactory = _ => "experiment.yaml" };
        var command = new Command("init", "Write a commented example experiment to start from") { file };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, Messages.Of(parsed)));
        return command;
    }

    /// <summary>The example.</summary>
    internal static string Example()
    {
        using var stream = typeof(InitCommand).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without its example {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int Write(string file, TextWriter output, TextWriter messages)
    {
        if (file == "-")
        {
            output.Write(Example());
            return ExitCode.Complete;
        }

        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new CommandException(ExitCode.Invalid, $"error: {file} exists and is not changed; name another file: {ShellText.Program} init other.yaml");
        }

        try
        {
            File.WriteAllText(file, Example());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.ResultsUnusable, $"error: {file} cannot be written: {WriteFailure.OfFile(file, error)}. Choose another place");
        }

        messages.WriteLine($"wrote {file}");
        messages.WriteLine(NextCommand.Of("validate", file));
        return ExitCode.Complete;
    }
}
