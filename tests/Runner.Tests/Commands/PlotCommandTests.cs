using System.Buffers.Binary;
using System.Text.RegularExpressions;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>The verb plot, of small.yaml: two policies, two conditions, ten replicates.</summary>
public sealed partial class PlotCommandTests(PlotCommandTests.Finished finished) : IClassFixture<PlotCommandTests.Finished>, IDisposable
{
    private readonly string _results = finished.Results;
    private readonly TemporaryFolder _folder = new();

    private string Figures => Path.Combine(_results, "figures");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--all")]
    [InlineData("--format=png,svg,csv")]
    public async Task Plot_draws_again_what_the_report_shows_and_nothing_else(string option)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(_results, "report.html"));
        string[] shown = [.. PictureOf().Matches(page).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];
        var before = shown.SelectMany(name => new[] { ".png", ".svg", ".csv" }.Select(ending => Path.Combine(Figures, name + ending)))
            .ToDictionary(f => f, File.ReadAllBytes);
        Directory.Delete(Figures, recursive: true);

        var run = await CommandLine.RunAsync("plot", _results, option);

        Assert.Equal(ExitCode.Complete, run.ExitCode);
        Assert.Contains("survival-by-condition", shown);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Figures).Order(StringComparer.Ordinal));
        Assert.All(before, file => Assert.True(file.Value.SequenceEqual(File.ReadAllBytes(file.Key)), file.Key));
    }

    // 170 mm at 300 dots an inch are 2,008 dots, 85 mm 1,004.
    [Theory]
    [InlineData("85mm", 1004)]
    [InlineData("170mm", 2008)]
    [InlineData("120x80mm", 1417)]
    public async Task A_size_is_that_of_the_picture(string size, int dots)
    {
        await DrawnAsync("forest", "--size", size, "--name", "sized");

        var png = await File.ReadAllBytesAsync(Path.Combine(Figures, "sized.png"));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), dots - 2, dots + 2);
    }

    [Fact]
    public async Task Only_the_design_points_that_are_asked_for_are_drawn()
    {
        Assert.Contains(" 20 ", await CaptionAsync("survival", "--where", "channels.remote = 0.9"), StringComparison.Ordinal);
        Assert.Contains(" 40 ", await CaptionAsync("survival"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arms_stand_in_the_order_and_under_the_names_that_are_asked_for()
    {
        Assert.Equal(["hoarding", "distributed"], await GroupsAsync());
        Assert.Equal(["distributed", "hoarding"], await GroupsAsync("--order", "distributed"));
        Assert.Equal(["few", "distributed"], await GroupsAsync("--rename", "hoarding=few"));
    }

    [Fact]
    public async Task Another_factor_can_be_the_arms() =>
        Assert.Equal(["0.3", "0.9"], await GroupsAsync("--by", "channels.remote"));

    [Fact]
    public async Task A_title_stands_in_the_picture()
    {
        await DrawnAsync("forest", "--title", "Who lives on", "--format", "svg", "--name", "titled");

        Assert.Contains(">Who lives on</text>", await File.ReadAllTextAsync(Path.Combine(Figures, "titled.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_formats_that_are_asked_for_are_written()
    {
        await DrawnAsync("forest", "--format", "pdf,csv", "--name", "chosen");

        Assert.Equal(["chosen.csv", "chosen.pdf"], Directory.GetFiles(Figures, "chosen.*").Select(Path.GetFileName).Order());
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(Path.Combine(Figures, "chosen.pdf")), StringComparison.Ordinal);
        var unknown = await CommandLine.RunAsync("plot", _results, "--figure", "states", "--format", "gif");
        Assert.Contains("--format has gif; allowed are png, svg, pdf, csv", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_axes_and_the_value_can_be_chosen()
    {
        var data = await DataAsync("dose", "--x", "channels.remote", "--value", "endTick");

        Assert.Equal(["0.3", "0.9"], data.Skip(1).Select(l => l.Split(',')[2]).Distinct());
        var refused = await CommandLine.RunAsync("plot", _results, "--figure", "phase", "--x", "channels.remote", "--y", "turnover.hazardPerTick");
        Assert.Equal(ExitCode.Invalid, refused.ExitCode);
        Assert.Contains("turnover.hazardPerTick", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_a_file_take_the_same_options()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set",
            "figures=[{kind: survival, where: [channels.remote = 0.9], order: [distributed], rename: [hoarding=few], size: 85mm, name: mine}]");

        var file = Directory.GetFiles(Path.Combine(run.Output.Trim(), "figures"), "mine*.csv").Order(StringComparer.Ordinal).First();
        var data = await File.ReadAllLinesAsync(file);
        Assert.Equal(["distributed", "few"], data.Skip(1).Select(l => l.Split(',')[1]).Distinct());
    }

    [Fact]
    public async Task One_group_of_runs_is_analyzed_drawn_and_reported()
    {
        var file = _folder.Write("one.yaml", """
            name: one
            question: Does one group of runs do?
            expectation: Yes.
            baseline: {organization: {seats: 12}, horizonTicks: 60}
            factors: {}
            design: fullFactorial
            replicates: 3
            seed: 1
            figures: [survival, states, series, river]
            """);

        var run = await CommandLine.RunAsync("run", file, "-o", _folder.Root, "-q");

        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        Assert.True(File.Exists(Path.Combine(run.Output.Trim(), "figures", "states.png")));
        var sensitivity = await CommandLine.RunAsync("sensitivity", run.Output.Trim());
        Assert.Contains("varies nothing", sensitivity.Error, StringComparison.Ordinal);
    }

    // With one replicate at one condition the only run is the typical and the most surprising one.
    [Fact]
    public async Task A_run_that_is_typical_and_most_surprising_is_shown_once()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "replicates=1", "--set", "figures=[river]");
        var results = run.Output.Trim();

        var data = await CommandLine.RunAsync("plot", results, "--figure", "river", "--where", "channels.remote = 0.9", "--data");
        var drawn = await CommandLine.RunAsync("plot", results, "--figure", "river", "--where", "channels.remote = 0.9");

        var panels = data.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(" (run")[0]).Distinct();
        Assert.Equal(["\"hoarding, typical and most surprising", "\"distributed, typical and most surprising"], panels);
        Assert.Contains("it is shown once", drawn.Error, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> GroupsAsync(params string[] options) =>
        (await DataAsync("survival", options)).Skip(1).Select(l => l.Split(',')[1]).Distinct();

    private async Task<string[]> DataAsync(string kind, params string[] options)
    {
        var run = await CommandLine.RunAsync(["plot", _results, "--figure", kind, "--data", .. options]);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return run.Output.Split("\n\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<string> CaptionAsync(string kind, params string[] options) => (await DrawnAsync(kind, options)).Error;

    private async Task<CommandLine> DrawnAsync(string kind, params string[] options)
    {
        var run = await CommandLine.RunAsync(["plot", _results, "--figure", kind, .. options]);
        Assert.True(run.ExitCode == ExitCode.Complete, run.Error);
        return run;
    }

    [GeneratedRegex("figures/([^</]+)[.]png</span>")]
    private static partial Regex PictureOf();

    /// <summary>Finished results of the class's own: its tests write figures.</summary>
    public sealed class Finished : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Finished() => Results = CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "figures=[survival, states, forest]")
            .GetAwaiter().GetResult().Output.Trim();

        public string Results { get; }

        public void Dispose() => _folder.Dispose();
    }
}
