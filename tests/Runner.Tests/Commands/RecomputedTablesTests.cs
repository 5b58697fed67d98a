using System.Globalization;

namespace LeadershipSim.Runner.Tests.Commands;

/// <summary>
/// Every number of the first two tables of 01-outlive, computed once more from runs.csv by plain loops that share nothing with the
/// analysis: means of point means for the estimates, sums over replicates for the intervals.
/// </summary>
public sealed class RecomputedTablesTests : IDisposable
{
    private const int Horizon = 520;
    private const int Replicates = 12;

    // Student's quantile .975 with 11 degrees of freedom, and the normal one.
    private const double Student = 2.200985160082949;
    private const double Normal = 1.959963984540054;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_first_two_tables_follow_from_the_runs()
    {
        var experiment = Path.Combine(RepositoryRoot.Path, "experiments", "01-outlive.yaml");
        var run = await CommandLine.RunAsync("run", experiment, "-o", _folder.Root, "-q", "--set", $"replicates={Replicates}", "--set", "figures=[]");
        var results = run.Output.Trim();
        var runs = CsvFile.Read(Path.Combine(results, "runs.csv"));

        foreach (var row in CsvFile.Read(Path.Combine(results, "analysis", "programs.csv")))
        {
            var arm = runs.Where(r => r["policy"] == row["arm"]).ToArray();
            Assert.Equal(arm.Length, Number(row, "runs"));
            CheckMean(row, "outlivedTicks", arm, r => Exit(r) is { } exit ? Number(r, "endTick") - exit + 1 : 0, Horizon);
            CheckMean(row, "ledTicks", arm, r => Exit(r) is { } exit ? exit - 1 : Number(r, "endTick"), Horizon);
            CheckMean(row, "unmetTicks", arm, r => Number(r, "unmetNeedTicks"), Horizon);
            CheckMean(row, "notNeededTicks", arm, r => Horizon - Number(r, "endTick") - Number(r, "unmetNeedTicks"), Horizon);
            CheckMean(row, "unmetDecisions", arm, r => Number(r, "unmetDecisions"), double.PositiveInfinity);
        }

        foreach (var row in CsvFile.Read(Path.Combine(results, "analysis", "states.csv")))
        {
            var (arm, tick) = (runs.Where(r => r["policy"] == row["arm"]).ToArray(), Number(row, "tick"));
            bool Ended(Dictionary<string, string> r) => Number(r, "endTick") <= tick;
            bool Failed(Dictionary<string, string> r) => r["endCause"] is "failure" or "Failure" && Ended(r);
            CheckShare(row, "led", arm, r => !Failed(r) && !(Exit(r) <= tick));
            CheckShare(row, "outliving", arm, r => !Failed(r) && Exit(r) <= tick);
            CheckShare(row, "failedBefore", arm, r => Failed(r) && Exit(r) is null);
            CheckShare(row, "failedAfter", arm, r => Failed(r) && Exit(r) is not null);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void CheckMean(
        Dictionary<string, string> row, string name, Dictionary<string, string>[] runs, Func<Dictionary<string, string>, double> value, double most)
    {
        var (mean, error) = Standardized(runs, value);
        Assert.Equal(mean, Number(row, name), 1e-9);
        Assert.Equal(Math.Max(0, mean - (Student * error)), Number(row, name + "Lower95"), 1e-6);
        Assert.Equal(Math.Min(most, mean + (Student * error)), Number(row, name + "Upper95"), 1e-6);
    }

    // Wilson's interval with as many runs as have the same error, at most as many as there are.
    private static void CheckShare(
        Dictionary<string, string> row, string name, Dictionary<string, string>[] runs, Func<Dictionary<string, string>, bool> holds)
    {
        var (share, error) = Standardized(runs, r => holds(r) ? 1 : 0);
        var n = error > 0 ? Math.Min(runs.Length, share * (1 - share) / (error * error)) : runs.Length;
        var centre = ((share * n) + (Normal * Normal / 2)) / (n + (Normal * Normal));
        var reach = Normal / (n + (Normal * Normal)) * Math.Sqrt((share * (1 - share) * n) + (Normal * Normal / 4));
        Assert.Equal(share, Number(row, name), 1e-9);
        Assert.Equal(Math.Max(0, centre - reach), Number(row, name + "Lower95"), 1e-6);
        Assert.Equal(Math.Min(1, centre + reach), Number(row, name + "Upper95"), 1e-6);
    }

    // Six conditions of twelve runs each: the mean over conditions of their means; the error from what each replicate adds to it.
    private static (double Mean, double Error) Standardized(Dictionary<string, string>[] runs, Func<Dictionary<string, string>, double> value)
    {
        var (byPoint, byReplicate) = (new Dictionary<string, double>(), new double[Replicates]);
        foreach (var run in runs)
        {
            byPoint[run["pointIndex"]] = byPoint.GetValueOrDefault(run["pointIndex"]) + (value(run) / Replicates);
            byReplicate[(int)Number(run, "replicate")] += value(run) / 6;
        }

        var (mean, squares) = (0.0, 0.0);
        foreach (var point in byPoint.Values)
        {
            mean += point / byPoint.Count;
        }

        foreach (var replicate in byReplicate)
        {
            squares += (replicate - mean) * (replicate - mean);
        }

        Assert.Equal(6, byPoint.Count);
        return (mean, Math.Sqrt(squares) / Replicates);
    }

    private static double? Exit(Dictionary<string, string> run) => run["foundingExitTick"].Length == 0 ? null : Number(run, "foundingExitTick");

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
