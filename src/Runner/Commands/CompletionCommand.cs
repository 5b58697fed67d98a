using System.CommandLine;

namespace LeadershipSim.Runner.Commands;

/// <summary><c>leadersim completion SHELL</c>: the script that lets a shell complete verbs, options and values.</summary>
internal static class CompletionCommand
{
    private static readonly IReadOnlyDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["bash"] = "completion.bash",
        ["zsh"] = "completion.zsh",
        ["fish"] = "completion.fish",
        ["pwsh"] = "completion.ps1",
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Write the script that lets a shell complete verbs, options and values; its first line says where to put it") { shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(ScriptFor(parsed.GetRequiredValue(shell))));
        return command;
    }

    private static string ScriptFor(string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Scripts[shell])
            ?? throw new InvalidOperationException($"The program was built without its script {Scripts[shell]}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
