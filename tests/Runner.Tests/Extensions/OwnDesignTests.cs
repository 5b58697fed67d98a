using LeadershipSim.Experiments.Designs;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Runner.Extensions;
using LeadershipSim.Simulation.Parameters;

namespace LeadershipSim.Runner.Tests.Extensions;

/// <summary>A design is one file and one line in a catalog: here a record of this assembly and a catalog that holds it.</summary>
public sealed class OwnDesignTests : IDisposable
{
    private const string Text = """
        name: corners
        question: q
        expectation: e
        baseline: {organization: {seats: 12, sites: 2}, horizonTicks: 52}
        factors:
          channels.remote: {levels: [0.3, 0.6, 0.9]}
          turnover.hazardPerTick: {levels: [0.01, 0.02, 0.05]}
          demand.decisionsPerSeat: {levels: [0.1, 0.2]}
        design: {kind: corners, inside: 1}
        replicates: 4
        seed: 1
        """;

    private readonly TemporaryFolder _folder = new();

    // Corners of the cube of levels and a point inside: a cloud, so it gets rank correlations and a tree without being asked.
    [Fact]
    public async Task It_is_read_run_and_gets_the_analyses_of_its_shape()
    {
        var file = _folder.Write("corners.yaml", Text);
        var run = await CallAsync("run", file, "-o", _folder.In("results"), "-q");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var results = run.Output.Trim();
        Assert.Equal(1 + (9 * 4), File.ReadLines(Path.Combine(results, "runs.csv")).Count());
        var analyses = Directory.GetFiles(Path.Combine(results, "analysis")).Select(Path.GetFileName).ToArray();
        Assert.Contains(analyses, a => a!.Contains("rank", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(analyses, a => a!.Contains("tree", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("\"corners\"", (await CallAsync("schema")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CallAsync("reproduce", results)).ExitCode);
    }

    [Fact]
    public async Task An_analysis_of_another_shape_is_refused()
    {
        var file = _folder.Write("corners.yaml", Text + "\nanalyses: [sobol]\n");
        Assert.Contains("needs the design saltelli", (await CallAsync("validate", file)).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<Commands.CommandLine> CallAsync(params string[] args)
    {
        var extension = Extension.Of(ExtensionSource.Of("mine.cs", "corners")).Design<Corners>("Corners of the cube of levels, and points inside");
        return Commands.CommandLine.RunAsync(Program.Root(extension), args);
    }

    private sealed record Corners : IExperimentDesign
    {
        [Parameter("Points inside", Max = 100)]
        public int Inside { get; init; }

        public string Kind => "corners";

        public DesignShape Shape => new DesignShape.Cloud();

        public bool CanLosePoints => true;

        public string? Refusal(IReadOnlyList<Factor> factors) => factors.All(f => f.Levels.Count > 1) ? null : "corners need two levels or more";

        public long CountPoints(IReadOnlyList<Factor> factors) => (1L << factors.Count) + Inside;

        public IEnumerable<FactorLevel[]> Expand(IReadOnlyList<Factor> factors) => Enumerable.Range(0, (int)CountPoints(factors))
            .Select(point => factors.Select((f, k) => f.Levels[Level(point, k, f.Levels.Count, 1 << factors.Count)]).ToArray());

        private static int Level(int point, int factor, int levels, int corners) =>
            point >= corners ? (1 + point - corners + factor) % levels : ((point >> factor) & 1) * (levels - 1);
    }
}
