using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>A file with several designs, as a user sees it.</summary>
public sealed class SeveralDesignsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public SeveralDesignsTests() => _file = _folder.Write("several.yaml", """
        name: several
        question: Which?
        expectation: None.
        baseline: {organization: {seats: 10, sites: 2}, horizonTicks: 40}
        factors: {policy: {levels: [hoarding, equal]}, channels.remote: {levels: [0.3, 0.9]}}
        replicates: 3
        seed: 1
        figures: []
        designs: {grid: {design: fullFactorial}, star: {design: oneAtATime, analyses: [responseCurves]}}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_design_has_results_of_its_own_and_what_they_share_is_run_once()
    {
        var run = await CommandLine.RunAsync("run", _file, "-o", _folder.In("results"));
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.Contains("several, design star: 3 design points × 3 replicates = 9 runs", run.Error, StringComparison.Ordinal);
        Assert.Contains("9 of 9 runs taken from", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(_folder.In("results", "several")).Length);

        var again = await CommandLine.RunAsync("run", _file, "-o", _folder.In("results"), "--set", "design=star");
        Assert.Contains("complete: nothing to run, 9 were there already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_for_one_design_says_how_to_choose()
    {
        var run = await CommandLine.RunAsync("protocol", _file);
        Assert.Equal(ExitCode.Invalid, run.ExitCode);
        Assert.Contains("has the designs grid, star, and protocol takes one", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_designs_are_validated_and_planned()
    {
        var valid = await CommandLine.DocumentAsync("validate", _file, "--json");
        Assert.Equal((21, 2), (valid.GetProperty("runs").GetInt32(), valid.GetProperty("designs").GetArrayLength()));
        var plan = await CommandLine.DocumentAsync("plan", _file, "--json", "-o", _folder.In("results"));
        Assert.Equal(["grid", "star"], plan.GetProperty("designs").EnumerateArray().Select(d => d.GetProperty("design").GetString()));
    }
}
