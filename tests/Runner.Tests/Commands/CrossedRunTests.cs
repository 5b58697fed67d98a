using System.Globalization;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>Sampled environments under every policy: tables recomputed from runs.csv by plain loops, paired by environment and replicate.</summary>
public sealed class CrossedRunTests : IDisposable
{
    private const int Environments = 48;
    private const int Replicates = 3;
    private const int Horizon = 100;

    // Student's quantiles .975 with 47 and 2 degrees of freedom.
    private const double Student47 = 2.011740513729766;
    private const double Student2 = 4.302652729911275;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Means_differences_regret_and_shares_follow_from_the_runs()
    {
        var run = await CommandLine.RunAsync("run", ExampleFiles.Environments, "-o", _folder.Root, "-q", "--set", "figures=[]");
        Assert.True(run.ExitCode == 0, run.Error);
        var results = run.Output.Trim();
        var lived = LivedByArm(CsvFile.Read(Path.Combine(results, "runs.csv")));
        var programs = Table("programs");

        foreach (var row in programs)
        {
            var means = lived[row["arm"]].Select(Mean).ToArray();
            Agrees(means, row, "outlivedTicks", 0);
        }

        var reference = programs.Single(r => r["verdict"] == "reference")["arm"];
        foreach (var row in Table("differences").Where(r => r["quantity"] == "outlivedTicks"))
        {
            var differences = lived[row["arm"]].Zip(lived[reference], (a, b) => Mean(a) - Mean(b)).ToArray();
            Assert.Equal(Mean(differences), Number(row, "difference"), 1e-9);
            Assert.Equal(Environments, Number(row, "clusters"));

            // The bootstrap over environments has the error of their mean, within the chance of its resamples.
            Assert.Equal(ErrorOf(differences), Number(row, "standardError"), 0.15 * ErrorOf(differences));
        }

        foreach (var row in Table("conditions"))
        {
            var (regrets, best, beaten) = (new double[Environments], 0, 0);
            for (var e = 0; e < Environments; e++)
            {
                var ranked = lived.Keys.OrderByDescending(arm => Mean(lived[arm][e])).ToArray();
                var rival = row["arm"] == ranked[0] ? ranked[1] : ranked[0];
                regrets[e] = Mean(lived[ranked[0]][e]) - Mean(lived[row["arm"]][e]);
                var differences = lived[row["arm"]][e].Zip(lived[rival][e], (a, b) => a - b).ToArray();
                var reach = Student2 * ErrorOf(differences) * Math.Sqrt(Replicates / (Replicates - 1.0));
                best += Mean(differences) - reach > 0 ? 1 : 0;
                beaten += Mean(differences) + reach < 0 ? 1 : 0;
            }

            Agrees(regrets, row, "regretTicks", 0);
            Assert.Equal((best, beaten, Environments - best - beaten), ((int)Number(row, "best"), (int)Number(row, "beaten"), (int)Number(row, "undecided")));
        }

        Dictionary<string, string>[] Table(string name) => CsvFile.Read(Path.Combine(results, "analysis", name + ".csv"));
    }

    [Fact]
    public async Task Leaves_of_trees_of_when_add_up_to_all_environments_and_are_drawn()
    {
        var run = await CommandLine.RunAsync(
            "run", ExampleFiles.Environments, "-o", _folder.Root, "-q", "--set", "figures=[states, when]", "--set", "meaningful=0.3");
        var results = run.Output.Trim();
        var leaves = CsvFile.Read(Path.Combine(results, "analysis", "when.csv"));

        Assert.Equal(2, leaves.Select(l => l["arm"]).Distinct().Count());
        Assert.All(leaves.GroupBy(l => l["arm"]), g => Assert.Equal(Environments, g.Sum(l => Number(l, "environments"))));
        Assert.Equal(Environments, CsvFile.Read(Path.Combine(results, "analysis", "when-best.csv")).Sum(l => Number(l, "environments")));

        // A tree that splits is a picture with its numbers; one that does not is a row.
        var split = leaves.GroupBy(l => l["arm"]).Where(g => g.Count() > 1).Select(g => $"when-{g.Key}.csv").ToArray();
        Assert.NotEmpty(split);
        var drawn = Directory.GetFiles(Path.Combine(results, "figures"), "when-*.csv").Select(Path.GetFileName).ToArray();
        Assert.All(split, file => Assert.Contains(file, drawn));
        Assert.StartsWith(
            "depth,condition,isLeaf,mean,points,squaredError,says", File.ReadAllText(Path.Combine(results, "figures", split[0])), StringComparison.Ordinal);
    }

    // Worlds of its own in every environment, the same under all arms: pairs are environments.
    [Fact]
    public async Task A_forest_of_independent_environments_is_drawn_environment_by_environment()
    {
        var run = await CommandLine.RunAsync(
            "run", ExampleFiles.Environments, "-o", _folder.Root, "-q", "--set", "figures=[forest]", "--set", "seeding=independent");
        Assert.True(run.ExitCode == 0, run.Error);
        var results = run.Output.Trim();

        var rows = CsvFile.Read(Path.Combine(results, "figures", "forest.csv"));
        Assert.Equal(["distributed", "succession"], rows.Select(r => r["arm"]).Distinct());
        Assert.All(rows, r => Assert.Equal(Environments, Number(r, "replicates")));
        Assert.Equal(4, CsvFile.Read(Path.Combine(results, "analysis", "contrasts.csv")).Length);
        Assert.Contains("environment by environment (48 environments)", File.ReadAllText(Path.Combine(results, "report.html")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // Ticks lived after the exit by arm, environment and replicate.
    private static Dictionary<string, double[][]> LivedByArm(Dictionary<string, string>[] runs)
    {
        var lived = new Dictionary<string, double[][]>();
        foreach (var run in runs)
        {
            if (!lived.TryGetValue(run["policy"], out var arm))
            {
                lived[run["policy"]] = arm = [.. Enumerable.Range(0, Environments).Select(_ => new double[Replicates])];
            }

            var exit = run["foundingExitTick"];
            arm[(int)Number(run, "environment")][(int)Number(run, "replicate")] =
                exit.Length == 0 ? 0 : Number(run, "endTick") - double.Parse(exit, CultureInfo.InvariantCulture) + 1;
        }

        return lived;
    }

    private static void Agrees(double[] values, Dictionary<string, string> row, string column, double least)
    {
        Assert.Equal(Mean(values), Number(row, column), 1e-9);
        Assert.Equal(Math.Max(least, Mean(values) - (Student47 * ErrorOf(values))), Number(row, column + "Lower95"), 1e-6);
        Assert.Equal(Math.Min(Horizon, Mean(values) + (Student47 * ErrorOf(values))), Number(row, column + "Upper95"), 1e-6);
    }

    private static double Mean(double[] values) => values.Sum() / values.Length;

    // Of clusters: √Σ(v − mean)²/n.
    private static double ErrorOf(double[] values) => Math.Sqrt(values.Sum(v => (v - Mean(values)) * (v - Mean(values)))) / values.Length;

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
