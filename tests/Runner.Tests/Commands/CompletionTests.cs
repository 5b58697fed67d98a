using System.Diagnostics;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Completion in a real bash that reads the script and whose Tab key is pressed; zsh and fish check the syntax where they are installed.</summary>
public sealed class CompletionTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll");

    [Theory]
    [InlineData("leadersim repro\t", "reproduce")]
    [InlineData("leadersim policies --js\t", "policies --json")]
    [InlineData("leadersim run x.yaml --max-f\t3 --set policy=selfA\t--set channels.remo\t0.5", "run x.yaml --max-failures 3 --set policy=selfAppraisal --set channels.remote=0.5")]
    [InlineData("leadersim run x.yaml --set viability.rule=lea\t", "run x.yaml --set viability.rule=leaders")]
    [InlineData("leadersim twin x.yaml --remove top\t", "twin x.yaml --remove topHolders")]
    [InlineData("leadersim validate Exa\tsm\t", "validate Examples/small.yaml")]
    public async Task The_tab_key_in_bash_completes(string typed, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A command of that name: it answers the shell's questions, and otherwise says what it was given.
        var given = await BashAsync($"leadersim() {{ if [[ $1 == '[suggest'* ]]; then dotnet '{Program}' \"$@\"; else echo \"given: $*\"; fi; }}\n{await ScriptAsync("bash")}", typed);

        Assert.Contains($"given: {expected}", given.Split('\n').Select(l => l.Trim()));
    }

    [Fact]
    public async Task What_begins_alike_is_listed_verbs_options_policies()
    {
        Assert.Equal(["plan", "plot", "policies"], await ListedAsync("leadersim pl", "leadersim po"));
        Assert.Equal(["--scratch", "--seed", "--set", "--shard"], await ListedAsync("leadersim run x.yaml --s"));
        Assert.Equal(["hierarchy", "hoarding"], await ListedAsync("leadersim run x.yaml --set policy=h"));
        Assert.Equal(Simulation.Policies.PolicyCatalog.All.Select(p => p.Kind).Order(StringComparer.Ordinal), await ListedAsync("leadersim run x.yaml --set policy="));
        Assert.Empty(await ListedAsync("leadersim run "));
    }

    [Theory]
    [InlineData("bash", "bash", "-n")]
    [InlineData("zsh", "zsh", "-n")]
    [InlineData("fish", "fish", "--no-execute")]
    public async Task A_script_is_one_for_its_shell(string shell, string program, string check)
    {
        var script = await ScriptAsync(shell);
        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
        if (!IsInstalled(program))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo(program, [check, folder.Write("script", script)]) { RedirectStandardError = true })!;
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("leadersim repro", "reproduce")]
    [InlineData("leadersim run --s", "--seed --set --shard")]
    [InlineData("leadersim run x.yaml --set policy=h", "policy=hierarchy policy=hoarding")]
    [InlineData("leadersim run Examples/sm", "Examples/small.yaml")]
    public async Task Where_fish_is_installed_it_completes_too(string typed, string expected)
    {
        if (!IsInstalled("fish"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var script = folder.Write("script.fish", $"function leadersim; dotnet '{Program}' $argv; end\n{await ScriptAsync("fish")}");
        var start = new ProcessStartInfo("fish", ["--no-config", "-c", $"source '{script}'; complete -C '{typed}'"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        using var process = Process.Start(start)!;
        Assert.Equal(
            expected.Split(' '),
            (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]));
    }

    [Fact]
    public async Task The_script_for_powershell_registers_a_completer() =>
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName leadersim", await ScriptAsync("pwsh"), StringComparison.Ordinal);

    [Fact]
    public async Task Another_shell_exits_2_and_those_there_are_are_named()
    {
        var run = await CommandLine.RunAsync("completion", "tcsh");

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.All(["bash", "zsh", "fish", "pwsh"], s => Assert.Contains(s, run.Error, StringComparison.Ordinal));
    }

    private static async Task<string> ScriptAsync(string shell)
    {
        var run = await CommandLine.RunAsync("completion", shell);
        Assert.Equal((ExitCode.Complete, ""), (run.ExitCode, run.Error));
        return run.Output;
    }

    private static async Task<string[]> ListedAsync(params string[] lines)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        // What readline sets before it calls the function; words are split at '=' as it splits them.
        var asked = string.Concat(lines.Select(line =>
            $"COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; read -ra COMP_WORDS <<< \"${{COMP_LINE//=/ = }}\"; [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _leadersim; for c in \"${{COMPREPLY[@]}}\"; do echo \"listed: $c\"; done\n"));
        var output = await BashAsync($"leadersim() {{ dotnet '{Program}' \"$@\"; }}\n{await ScriptAsync("bash")}\n{asked}", "");
        return [.. output.Split('\n').Where(l => l.StartsWith("listed: ", StringComparison.Ordinal)).Select(l => l["listed: ".Length..].Trim())];
    }

    private static async Task<string> BashAsync(string setUp, string typed)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", ["--noprofile", "--rcfile", folder.Write("bashrc", setUp), "-i"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["INPUTRC"] = "/dev/null", ["TERM"] = "dumb" },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed + "\nexit\n");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return output;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
