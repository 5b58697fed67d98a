using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Commands that messages suggest are pasted into a shell as they stand, and do what was asked.</summary>
public sealed partial class PastedCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PastedCommandTests()
    {
        File.Copy(ExampleFiles.Small, _folder.In("small one.yaml"));
        File.Copy(ExampleFiles.Optimize, _folder.In("the best.yaml"));
        _folder.Write("designs.yaml", """
            name: designs
            question: Which?
            expectation: None.
            baseline: {organization: {seats: 10, sites: 2}, horizonTicks: 40}
            factors: {policy: {levels: [hoarding, equal]}}
            replicates: 2
            seed: 1
            designs: {a: {design: fullFactorial}, b: {design: oneAtATime}}
            """);
    }

    public void Dispose() => _folder.Dispose();

    // What is typed, what of it the suggestion replaces (nothing: all), and what the pasted command then says.
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("leadersim validate 'small one.yaml' --set replicates=2", "small: 4 design points × 2 replicates = 8 runs")]
    [InlineData("leadersim validate 'small one.yaml' --set 'channels.remote={levels: [0.5]}'", "small: 2 design points × 10 replicates = 20 runs")]
    [InlineData("leadersim plan 'small one.yaml' --seed 9", ", seed 9")]
    [InlineData("leadersim plan 'small one.yaml' --set 'policy={kind: distributed, shareRate: 0.2}' --set replicates=3", "small: 2 design points × 3 replicates = 6 runs")]
    [InlineData("leadersim plan 'small one.yaml' --set replicates=30000000", "4 design points × 30000000 replicates = 120000000 runs")]
    [InlineData("leadersim plan 'small one.yaml' --set 'channels={remote: 0.9}'", "2 design points × 10 replicates = 20 runs", "'channels={remote: 0.9}'")]
    [InlineData("leadersim plan 'small one.yaml' --set 'organization.sites=[1, 2]'", "8 design points × 10 replicates = 80 runs", "'organization.sites=[1, 2]'")]
    [InlineData("leadersim plan 'small one.yaml' --set seeds='[1, 2]' --seed 5", "4 design points × 1 replicate = 4 runs", "seeds='[1, 2]' --seed 5")]
    [InlineData("leadersim protocol designs.yaml --set replicates=3", "2 design points × 3 replicates = 6 runs")]
    [InlineData("leadersim run 'small one.yaml' --set replicates=2 --quiet && leadersim analyze results/small/*", "figures")]
    [InlineData("leadersim run 'small one.yaml' --set replicates=2 --quiet && leadersim plot results/small/*", "report.html")]
    [InlineData("leadersim run 'small one.yaml' --set replicates=2 --shard 1/1", "report.html")]
    [InlineData("leadersim validate 'the best.yaml'", "Best: policy = ")]
    [InlineData("leadersim run 'the best.yaml' --set optimize.confirm=20", "over 20 fresh runs")]
    [InlineData("leadersim plan 'the best.yaml' --seed 9", ", seed 9")]
    [InlineData("leadersim optimize 'the best.yaml'", "tiny-optimum-best: 1 design point × 30 replicates = 30 runs")]
    [InlineData("leadersim optimize 'the best.yaml' --set 'channels={remote: 0.9}' --set 'channels.remote={levels: [0.2, 0.5]}'", "Best: policy = ", "'channels={remote: 0.9}'")]
    public async Task A_pasted_command_does_what_was_asked(string typed, string expected, string replaced = "")
    {
        var (_, said) = await Shell(typed);
        var pasted = Next().Match(said) is { Success: true } next ? next.Groups[1].Value
            : Option().Match(said) is not { Success: true } option ? throw new InvalidOperationException(said)
            : replaced.Length == 0 ? $"{typed} {option.Value}"
            : typed.Replace($"--set {replaced}", option.Value, StringComparison.Ordinal);
        var (code, text) = await Shell(pasted);
        Assert.True(code == 0 && text.Contains(expected, StringComparison.Ordinal), $"{said}\n$ {pasted}\n{text}");
    }

    // The command that made a folder repairs it where it was made, and not a copy of it.
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData("results/small/*", "results/small/*")]
    [InlineData("'a copy'", "repaired/small/*")]
    public async Task A_damaged_table_is_made_again_by_the_command_that_the_message_gives(string folder, string repaired)
    {
        var (_, said) = await Shell(
            "leadersim run 'small one.yaml' --set replicates=2 --quiet; cp -r results/small/* 'a copy'; "
            + $"for t in {folder}/runs.parquet; do printf xx | dd of=\"$t\" bs=1 seek=300 conv=notrunc 2>/dev/null; done; leadersim analyze {folder}");
        var command = Again().Match(said).Groups[1].Value;
        var (code, text) = await Shell($"{command} && leadersim verify {repaired}");
        Assert.True(code == 0 && text.Contains("8 of 8 runs present", StringComparison.Ordinal), $"{said}\n$ {command}\n{text}");
    }

    private async Task<(int Code, string Text)> Shell(string line)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll");
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = _folder.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"leadersim() {{ dotnet '{program}' \"$@\"; }}; {line}");
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await output + await error);
    }

    [GeneratedRegex(@"makes it again from the runs that are kept(?:, in a new folder)?: (leadersim .*)")]
    private static partial Regex Again();

    [GeneratedRegex(@"next: (?:when all shares are done: )?(leadersim .*)")]
    private static partial Regex Next();

    [GeneratedRegex(@"--set (?:'[^']*'|[^\s']+)$", RegexOptions.Multiline)]
    private static partial Regex Option();
}
