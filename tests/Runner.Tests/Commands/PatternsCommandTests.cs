using System.Text.Json;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

public sealed class PatternsCommandTests : IDisposable
{
    private const string Pattern = """
        name: NAME
        question: How many live?
        expectation: Not all.
        baseline: {organization: {seats: 8, sites: 2}, horizonTicks: 20}
        factors: {policy: {levels: [hoarding, equal]}}
        design: fullFactorial
        replicates: 20
        seed: 3
        pattern:
          claim: Nobody fails.
          source: Nobody 2001
          mapping: A failed program failed.
          role: validate
          statistic: {of: endTick, at: {policy: equal}}
          target: TARGET
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_of_patterns_makes_a_table_and_failures_stay_in_it()
    {
        Write("a.yaml", "reached", "{atLeast: 1}");
        Write("b.yaml", "missed", "{value: 900, tolerance: 1}");
        File.WriteAllText(_folder.In("c.yaml"), "baseline: {horizonTicks: 9}\n");
        var page = _folder.In("PATTERNS.md");

        var run = await CommandLine.RunAsync("patterns", _folder.In("."), "--output", page);

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        var lines = run.Output.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("reached", StringComparison.Ordinal) && l.TrimEnd().EndsWith("inside", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("missed", StringComparison.Ordinal) && l.TrimEnd().EndsWith("outside", StringComparison.Ordinal));
        var text = File.ReadAllText(page);
        Assert.Contains("## missed\nNobody fails.\n\nSource: Nobody 2001\n\nIn the model: A failed program failed.", text, StringComparison.Ordinal);

        // Threads change no byte.
        var again = await CommandLine.RunAsync("patterns", _folder.In("."), "--workers", "2", "--output", page);
        Assert.Equal((run.Output, text), (again.Output, File.ReadAllText(page)));
    }

    [Fact]
    public async Task Json_has_every_pattern_with_its_verdict()
    {
        Write("a.yaml", "reached", "{atLeast: 1}");

        using var json = JsonDocument.Parse((await CommandLine.RunAsync("patterns", _folder.In("a.yaml"), "--json")).Output);

        Assert.Equal("inside", json.RootElement[0].GetProperty("verdict").GetString());
        Assert.Equal(20, json.RootElement[0].GetProperty("runs").GetInt32());
    }

    [Fact]
    public async Task What_has_no_pattern_is_refused()
    {
        var run = await CommandLine.RunAsync("patterns", ExampleFiles.Small);

        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("has no section \"pattern\"", run.Error, StringComparison.Ordinal);
    }

    private void Write(string file, string name, string target) => File.WriteAllText(
        _folder.In(file), Pattern.Replace("NAME", name, StringComparison.Ordinal).Replace("TARGET", target, StringComparison.Ordinal));
}
