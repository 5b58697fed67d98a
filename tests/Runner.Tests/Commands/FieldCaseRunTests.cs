using System.Text.Json;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Field cases that have to be run before they show anything: sweeps that grow, names in figures, many design points.</summary>
[Trait("Speed", "Slow")]
public sealed class FieldCaseRunTests : IDisposable
{
    private const string Cases = "tests/Runner.Tests/FieldCases";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_level_as_it_is_written_is_found_in_the_table_of_runs()
    {
        var results = await RunAsync("sweeps/float-step.yaml");
        var found = await CommandLine.RunAsync("query", results, "select count(*) n from runs where \"channels.remote\" = 0.3 and \"turnover.hazardPerTick\" <= 0.1");

        // 5 levels of demand × 3 of turnover.
        Assert.Contains("15", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_one_run_counts_in_the_singular()
    {
        var report = System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(Path.Combine(await RunAsync("sweeps/one.yaml"), "report.html")));

        Assert.Contains("1 design point × 1 replicate<", report, StringComparison.Ordinal);
        Assert.Contains("Shares of 1 run per panel", report, StringComparison.Ordinal);
        Assert.DoesNotContain(" 1 runs", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extend20.yaml", "extend50.yaml", "120 of 300 runs taken from ")]
    [InlineData("extend20.yaml", "extend20-added-level.yaml", "120 of 180 runs taken from ")]
    [InlineData("extend20.yaml", "extend20-swapped.yaml", "120 of 120 runs taken from ")]
    [InlineData("sobol8.yaml", "sobol16.yaml", "80 of 160 runs taken from ")]
    public async Task Only_what_is_new_runs_and_tables_are_those_of_a_sweep_from_nothing(string first, string then, string said)
    {
        await RunAsync($"sweeps/{first}");
        var grown = await CommandLine.RunAsync("run", PathOf($"sweeps/{then}"), "-o", _folder.In("results"));
        Assert.Contains(said, grown.Error, StringComparison.Ordinal);
        var nothing = await CommandLine.RunAsync("run", PathOf($"sweeps/{then}"), "-o", _folder.In("nothing"), "--no-reuse");
        Assert.DoesNotContain("taken from", nothing.Error, StringComparison.Ordinal);
        Assert.All(["runs.parquet", "runs.csv", "points.parquet", "analysis/outliving.json"], file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(nothing.Output.Trim(), file)), File.ReadAllBytes(Path.Combine(grown.Output.Trim(), file))));
    }

    [Fact]
    public async Task A_changed_expectation_is_kept_beside_the_first_in_terminal_manifest_and_report()
    {
        var results = await RunAsync("sweeps/extend20.yaml");
        var changed = await CommandLine.RunAsync("run", PathOf("sweeps/extend20-question.yaml"), "-o", _folder.In("results"));
        var report = await File.ReadAllTextAsync(Path.Combine(results, "report.html"));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(results, "manifest.json")));
        string[] both = ["Sharing helps.", "Sharing does not help."];

        Assert.Equal(results, changed.Output.Trim());
        Assert.Equal(both, manifest.RootElement.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("expectation").GetString()));
        Assert.All(both, text => Assert.Contains(text, changed.Error, StringComparison.Ordinal));
        Assert.All(both, text => Assert.Contains($"<blockquote>{text}</blockquote>", report, StringComparison.Ordinal));
        Assert.Contains("complete: nothing to run", changed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ETA ?", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_under_which_all_fails_are_not_ranked()
    {
        var run = await CommandLine.RunAsync("run", PathOf("sweeps/all-fail.yaml"), "-o", _folder.In("results"));
        Assert.Contains("No difference is shown between the 2 policies", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("most often", run.Error, StringComparison.Ordinal);
    }

    // The width of the plot itself: UglyInputTests.
    [Theory]
    [InlineData("name35.yaml", "eager sharing with a mentor and wee")]
    [InlineData("name50.yaml", "eager sharing with a mentor and weekly meetings of")]
    public async Task A_long_name_stands_in_full_beside_its_figure(string file, string name)
    {
        var results = await RunAsync($"figures/{file}");
        var plotted = await CommandLine.RunAsync("plot", results, "--figure", "survival");
        Assert.Equal(ExitCode.Complete, plotted.ExitCode);
        Assert.Contains(name, await File.ReadAllTextAsync(Path.Combine(results, "figures", "survival.csv")), StringComparison.Ordinal);
        Assert.Contains(name, await File.ReadAllTextAsync(Path.Combine(results, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panels_of_two_factors_form_a_grid_and_phases_and_flips_are_drawn_on_request()
    {
        var run = await CommandLine.RunAsync("run", PathOf("figures/phase.yaml"), "-o", _folder.In("results"), "--set", "replicates=3");
        var results = run.Output.Trim();
        foreach (var kind in new[] { "phase", "flip" })
        {
            string[] plane = ["--x", "channels.remote", "--y", "demand.decisionsPerSeat"];
            var drawn = await CommandLine.RunAsync(["plot", results, "--figure", kind, .. plane, "--format", "csv"]);
            Assert.True(drawn.ExitCode == ExitCode.Complete, drawn.Error);
        }

        // 4 × 4 panels, each named by its two levels.
        var lines = (await File.ReadAllLinesAsync(Path.Combine(results, "figures", "survival-by-condition.csv"))).Where(l => l.StartsWith('"'));
        var panels = lines.Select(l => l.Split('"')[1]).Distinct().ToArray();
        Assert.Equal(16, panels.Length);
        Assert.All(panels, p => Assert.Matches("^channels.remote = [0-9.]+, demand.decisionsPerSeat = [0-9.]+$", p));
    }

    // 512 base points take minutes: here 16 of the same study, 160 points.
    [Fact]
    public async Task A_study_of_Sobols_indices_draws_the_indices_and_no_picture_by_point()
    {
        var run = await CommandLine.RunAsync("run", PathOf("figures/saltelli16.yaml"), "-o", _folder.In("results"));
        Assert.Equal(ExitCode.Complete, run.ExitCode);
        var figures = Directory.GetFiles(Path.Combine(run.Output.Trim(), "figures"), "*.png").Select(Path.GetFileName).ToArray();
        Assert.Contains("sobol-endTick.png", figures);
        Assert.DoesNotContain(figures, f => f!.Contains("by-condition", StringComparison.Ordinal));
        Assert.Contains("Sobol", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string file)
    {
        var run = await CommandLine.RunAsync("run", PathOf(file), "-o", _folder.In("results"), "-q");
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return run.Output.Trim();
    }

    private static string PathOf(string file) => Path.Combine(RepositoryRoot.Path, Cases, file);
}
