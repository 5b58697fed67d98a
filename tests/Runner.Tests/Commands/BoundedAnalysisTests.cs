using System.Diagnostics;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Many design points are analyzed without holding what can be made again: tables by point are streamed, curves are folded.</summary>
public sealed class BoundedAnalysisTests : IDisposable
{
    // The curves of 2,400 points of 2,000 ticks would fill 115 MB, and six studies of their runs as much again; the program itself needs 25 MB.
    private const string HeapLimit = "0x3000000";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Thousands_of_points_are_analyzed_within_48_megabytes()
    {
        var file = _folder.Write("many.yaml", File.ReadAllText(ExampleFiles.Environments)
            .Replace("points: 48", "points: 1200", StringComparison.Ordinal)
            .Replace("[hoarding, distributed, succession]", "[hoarding, distributed]", StringComparison.Ordinal)
            .Replace("horizonTicks: 100", "horizonTicks: 2000", StringComparison.Ordinal)
            .Replace("from: 0.0005", "from: 0.05", StringComparison.Ordinal)
            .Replace("replicates: 3", "replicates: 1", StringComparison.Ordinal));
        var run = await CommandLine.RunAsync("run", file, "-o", _folder.Root, "-q", "--set", "figures=[]");
        Assert.True(run.ExitCode == 0, run.Error);
        var results = run.Output.Trim();
        Directory.Delete(Path.Combine(results, "analysis"), recursive: true);

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LeadershipSim.Runner.dll"), "analyze", results])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var analyze = Process.Start(start)!;
        var output = analyze.StandardOutput.ReadToEndAsync();
        var error = await analyze.StandardError.ReadToEndAsync();
        await Task.WhenAll(output, analyze.WaitForExitAsync());
        Assert.True(analyze.ExitCode == 0, error);

        // A row a point, and one a point and tick, with levels as numbers; no such table as CSV, and JSON has summaries only.
        var analysis = Path.Combine(results, "analysis");
        var points = DataTable.Read(Path.Combine(analysis, "by-point.parquet"));
        Assert.Equal(2400, points.Count);
        Assert.Equal(4 * 2400, DataTable.Read(Path.Combine(analysis, "states-by-point.parquet")).Count);
        Assert.All(Directory.GetFiles(analysis, "*-point.csv"), f => Assert.Fail(f));
        Assert.InRange(new FileInfo(Path.Combine(analysis, "outliving.json")).Length, 1, 200_000);
    }

    [Fact]
    public async Task Tables_by_point_have_headings_and_units_in_their_metadata_and_can_be_queried()
    {
        var results = (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "figures=[]")).Output.Trim();
        var text = File.ReadAllText(Path.Combine(results, "analysis", "by-point.parquet"), System.Text.Encoding.Latin1);

        Assert.Contains("leadersim.columns", text, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"unmetTicks\",\"type\":\"number\",\"unit\":\"tick\",\"meaning\":\"need unmet, ticks\"", text, StringComparison.Ordinal);
        var table = await CommandLine.RunAsync("table", results, "by-point", "--format", "csv");
        Assert.Equal(5, table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public void Dispose() => _folder.Dispose();
}
