using System.Globalization;
using LeadershipSim.Experiments.Tables;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Runs that are analyzed again, under another event and at other ticks, recomputed from runs.csv by plain loops.</summary>
public sealed class AnalyzeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("director", "directorExitTick")]
    [InlineData("lastFounder", "lastFounderExitTick")]
    [InlineData("founderAuthorityHalf", "founderAuthorityHalfTick")]
    public async Task Another_event_is_analyzed_without_running_again(string leadership, string output)
    {
        var results = await RunAsync();
        var stamp = File.GetLastWriteTimeUtc(Path.Combine(results, "runs.csv"));
        var again = await CommandLine.RunAsync("analyze", results, "--leadership", leadership);

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(Path.Combine(results, "runs.csv")));
        var runs = CsvFile.Read(Path.Combine(results, "runs.csv"));
        foreach (var row in CsvFile.Read(Path.Combine(results, "analysis", "programs.csv")))
        {
            var (sum, count) = (0.0, 0);
            foreach (var run in runs)
            {
                if (run["policy"] == row["arm"])
                {
                    sum += run[output].Length == 0 ? 0 : Number(run, "endTick") - Math.Max(1, Number(run, output)) + 1;
                    count++;
                }
            }

            Assert.Equal(20, count);
            Assert.Equal(sum / count, Number(row, "outlivedTicks"), 1e-9);
        }

        Assert.Contains($"\"leadership\": \"{leadership}\"", File.ReadAllText(Path.Combine(results, "analysis", "outliving.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_are_given_at_the_ticks_that_are_asked_for()
    {
        var results = await RunAsync();
        var again = await CommandLine.RunAsync("analyze", results, "--at", "30", "7", "30");
        Assert.True(again.ExitCode == 0, again.Error);

        var runs = CsvFile.Read(Path.Combine(results, "runs.csv"));
        var states = CsvFile.Read(Path.Combine(results, "analysis", "states.csv"));
        Assert.Equal(["7", "30", "7", "30"], states.Select(s => s["tick"]));
        foreach (var row in states)
        {
            var tick = Number(row, "tick");
            var arm = runs.Where(r => r["policy"] == row["arm"]).ToArray();
            bool Failed(Dictionary<string, string> r) => r["failed"] == "true" && Number(r, "endTick") <= tick;
            bool Left(Dictionary<string, string> r) => r["foundingExitTick"].Length > 0 && Number(r, "foundingExitTick") <= tick;
            Assert.Equal(arm.Count(r => !Failed(r) && !Left(r)) / 20.0, Number(row, "led"), 1e-9);
            Assert.Equal(arm.Count(r => !Failed(r) && Left(r)) / 20.0, Number(row, "outliving"), 1e-9);
        }

        // The long table has the asked-for ticks and no others, for each of the four design points.
        Assert.Equal(8, DataTable.Read(Path.Combine(results, "analysis", "states-by-point.parquet")).Count);
    }

    [Theory]
    [InlineData("--at", "201", "error: --at is 201; allowed are ticks from 0 to 200, the horizon")]
    [InlineData("--leadership", "chair", "chair")]
    public async Task What_cannot_be_analyzed_is_refused(string option, string value, string message)
    {
        var again = await CommandLine.RunAsync("analyze", await RunAsync(), option, value);

        Assert.NotEqual(0, again.ExitCode);
        Assert.Contains(message, again.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync() =>
        (await CommandLine.RunAsync("run", ExampleFiles.Small, "-o", _folder.Root, "-q", "--set", "figures=[]")).Output.Trim();

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
