using System.Net;
using System.Text.RegularExpressions;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Terminal, first figure and first table of a report answer what the design asks.</summary>
public sealed class AnswerByDesignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("sobol", "(What decides|No factor was shown to decide) endTick.* Chance decides [0-9.]+ of the variance", "Sobol' indices of endTick", "sobol")]
    [InlineData("morris", "Screened for endTick, by mean size of elementary effects: .* \\[[0-9.]+, [0-9.]+\\]", "Elementary effects on endTick", "morris")]
    [InlineData("cloud", "(Partial rank correlations with|No factor was shown to move) endTick", "Partial rank correlations with endTick", "rank-correlation")]
    public async Task Designs_that_ask_what_decides_are_answered_so_first(string experiment, string sentence, string caption, string table)
    {
        var file = Path.Combine(RepositoryRoot.Path, "experiments", "gallery", experiment + ".yaml");
        var (terminal, report) = await RunAsync(file, "figures=[sensitivity, states]");

        Assert.Matches(sentence, terminal);
        Assert.Matches("^" + sentence, Answer(report));
        Assert.StartsWith(caption, FirstCaption(report), StringComparison.Ordinal);
        Assert.Contains($"File: analysis/{table}", FirstTable(report), StringComparison.Ordinal);
        Assert.True(terminal.IndexOf("Over all ", StringComparison.Ordinal) > Regex.Match(terminal, sentence).Index);
    }

    [Fact]
    public async Task A_grid_of_arms_is_answered_over_all_programs_first()
    {
        var (terminal, report) = await RunAsync(ExampleFiles.Small, "figures=[survival, forest, states]", "analyses=[states, survival, tree]");

        Assert.Matches("^(Under [a-zA-Z]+, programs live longest after their leadership leaves|No difference is shown between)", Answer(report));
        Assert.Matches("A tree of endTick splits on|No split on a factor separates levels of endTick", terminal);
        Assert.Matches("^States of (all )?programs by tick", FirstCaption(report));
        Assert.Contains("File: analysis/programs.csv", FirstTable(report), StringComparison.Ordinal);

        // Residual life stands after all that leaves nobody out, and says how many saw it.
        var tables = Regex.Matches(report, "File: analysis/([a-z-]+)").Select(m => m.Groups[1].Value).ToList();
        Assert.True(tables.IndexOf("residual-life") > tables.IndexOf("differences"));
        Assert.Matches("Among programs that saw their leadership leave \\([0-9]+ of 40\\)", report);
    }

    [Fact]
    public async Task Sampled_environments_under_arms_are_answered_as_arms()
    {
        var (_, report) = await RunAsync(ExampleFiles.Environments, "figures=[when, states]", "analyses=[states, rankCorrelation]");

        Assert.Matches("^(Under [a-zA-Z]+, programs live longest|No difference is shown)", Answer(report));
        Assert.Contains("File: analysis/programs.csv", FirstTable(report), StringComparison.Ordinal);
        Assert.Contains("File: analysis/when.csv", report, StringComparison.Ordinal);
    }

    // Three replicates in which all programs fail: resampling three differences would find one.
    [Fact]
    public async Task Arms_that_all_fail_are_not_ranked()
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", "Runner.Tests", "FieldCases", "sweeps", "all-fail.yaml");
        var (_, report) = await RunAsync(file, "figures=[]");
        Assert.StartsWith("No difference is shown between the 2 policies", Answer(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sampled_environments_with_common_worlds_have_a_caution_beside_their_intervals_and_before_any_run()
    {
        const string Doubt = "95 % intervals clustered by environment are too narrow. Write seeding: independent";
        var (terminal, report) = await RunAsync(ExampleFiles.Environments, "figures=[]");
        Assert.Contains(Doubt, terminal, StringComparison.Ordinal);
        Assert.InRange(report.IndexOf(Doubt, StringComparison.Ordinal), report.IndexOf("File: analysis/programs.csv", StringComparison.Ordinal),
            report.IndexOf("File: analysis/states.csv", StringComparison.Ordinal));
        foreach (var verb in new[] { "validate", "plan" })
        {
            Assert.Contains(Doubt, (await CommandLine.RunAsync(verb, ExampleFiles.Environments)).Error, StringComparison.Ordinal);
            var apart = await CommandLine.RunAsync(verb, ExampleFiles.Environments, "--set", "seeding=independent");
            Assert.DoesNotContain(Doubt, apart.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Doubt, (await RunAsync(ExampleFiles.Environments, "figures=[]", "seeding=independent")).Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calibrations_are_answered_with_the_posterior()
    {
        var run = await CommandLine.RunAsync("calibrate", ExampleFiles.Calibration, "-o", _folder.Root);
        Assert.True(run.ExitCode is 0 or 7, run.Error);
        Assert.Matches(
            "Given what was observed, by posterior medians: turnover\\.hazardPerTick is [0-9.E-]+ \\(95 % interval [0-9.E-]+ to [0-9.E-]+, before 0\\.0[0-9]+ to 0\\.1[0-9]+\\); policy\\.shareRate is ",
            run.Output + run.Error);
    }

    [Fact]
    public async Task Twins_are_answered_with_the_effect()
    {
        var run = await CommandLine.RunAsync("twin", ExampleFiles.OneLeader, "--set", "replicates=40");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^When leaders are removed at tick 10, fewer programs are alive 52 ticks later under .*0\\.5 and .*0\\.8\\.", run.Output);
    }

    [Fact]
    public async Task A_run_with_an_intervention_draws_its_effect_and_other_runs_do_not()
    {
        var (_, report) = await RunAsync(ExampleFiles.OneLeader, "replicates=20", "figures=[states]");
        Assert.Contains("What the removal at tick 10 does to programs that were alive then: share alive 52 ticks later", report, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Root, "intervention.svg", SearchOption.AllDirectories));
    }

    // Words up to the first number: the sentence before the table is short whatever was compared.
    [Fact]
    public async Task The_headline_has_at_most_about_sixty_words()
    {
        foreach (var file in new[] { ExampleFiles.Small, ExampleFiles.OneLeader, ExampleFiles.Environments })
        {
            var (_, report) = await RunAsync(file, "figures=[]");
            var words = Answer(report).Split(' ').Length;
            Assert.True(words <= 65, $"{file}: {words} words");
        }
    }

    [Fact]
    public async Task Cautions_stand_beside_their_numbers_and_those_that_change_the_reading_under_the_answer()
    {
        var file = _folder.Write(
            "uncrossed.yaml", File.ReadAllText(ExampleFiles.Environments).Replace(", crossedWith: [policy]", "", StringComparison.Ordinal));
        var (_, report) = await RunAsync(file, "figures=[]");

        var opening = report[..report.IndexOf("</header>", StringComparison.Ordinal)];
        Assert.Contains("The levels of policy were not run under the same conditions", opening, StringComparison.Ordinal);

        // Few exits are a doubt about residual life: beside that table, not at the end.
        var small = (await RunAsync(ExampleFiles.Small, "figures=[]", "replicates=2")).Report;
        var table = small.IndexOf("File: analysis/residual-life.csv", StringComparison.Ordinal);
        var caution = small.IndexOf("so little is known about what comes after it", table, StringComparison.Ordinal);
        var next = small.IndexOf("<table>", table, StringComparison.Ordinal);
        Assert.True(caution > table && (next < 0 || caution < next), $"table {table}, caution {caution}, next table {next}");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(string Terminal, string Report)> RunAsync(string file, params string[] set)
    {
        var run = await CommandLine.RunAsync(["run", file, "-o", _folder.Root, .. set.SelectMany(s => new[] { "--set", s })]);
        Assert.True(run.ExitCode == 0, run.Error);
        return (run.Error, File.ReadAllText(Path.Combine(run.Output.Trim(), "report.html")));
    }

    private static string Answer(string report) => WebUtility.HtmlDecode(string.Join(' ', Regex.Matches(
        Regex.Match(report, "<div class=\"answer\".*?</div>", RegexOptions.Singleline).Value, "<p>(.*?)</p>").Select(m => m.Groups[1].Value)));

    private static string FirstCaption(string report) =>
        WebUtility.HtmlDecode(Regex.Match(report, "<strong>Figure 1\\.</strong> (.*?) <span", RegexOptions.Singleline).Groups[1].Value);

    private static string FirstTable(string report) => Regex.Match(report, "<caption>(.*?)</caption>", RegexOptions.Singleline).Groups[1].Value;
}
