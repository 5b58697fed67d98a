using System.Globalization;
using StandardNormal = MathNet.Numerics.Distributions.Normal;

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

        var programs = CsvFile.Read(Path.Combine(results, "analysis", "programs.csv"));
        var reference = Assert.Single(programs, r => r["verdict"] == "reference")["arm"];
        foreach (var row in programs)
        {
            var arm = runs.Where(r => r["policy"] == row["arm"]).ToArray();
            Assert.Equal(arm.Length, Number(row, "runs"));
            CheckMean(row, "outlivedTicks", arm, Outlived, Horizon);
            CheckMean(row, "ledTicks", arm, r => Exit(r) is { } exit ? exit - 1 : Number(r, "endTick"), Horizon);
            CheckMean(row, "unmetTicks", arm, r => Number(r, "unmetNeedTicks"), Horizon);
            CheckMean(row, "notNeededTicks", arm, r => Horizon - Number(r, "endTick") - Number(r, "unmetNeedTicks"), Horizon);
            CheckMean(row, "unmetDecisions", arm, r => Number(r, "unmetDecisions"), double.PositiveInfinity);
            Assert.Equal(6, Number(row, "points"));
            CheckDifference(row, arm, [.. runs.Where(r => r["policy"] == reference)]);
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
            CheckShare(row, "needEnded", arm, r => r["endCause"] == "needEnded" && Ended(r));
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

    // Replicate by replicate, arm minus reference, its bootstrap interval, and the verdict that follows from both.
    private static void CheckDifference(Dictionary<string, string> row, Dictionary<string, string>[] arm, Dictionary<string, string>[] reference)
    {
        if (row["verdict"] == "reference")
        {
            Assert.Equal("", row["difference"]);
            return;
        }

        var (first, second) = (ByReplicate(arm, Outlived), ByReplicate(reference, Outlived));
        var mean = 0.0;
        for (var r = 0; r < Replicates; r++)
        {
            mean += (first[r] - second[r]) / Replicates;
        }

        var (lower, upper) = (Number(row, "differenceLower95"), Number(row, "differenceUpper95"));
        Assert.Equal(mean, Number(row, "difference"), 1e-9);
        CheckInterval([.. first.Zip(second, (a, b) => a - b)], lower, upper);

        // A twentieth of the horizon matters.
        var expected = lower > 0 && mean >= 26 ? "better" : upper < 0 && mean <= -26 ? "worse" : "no difference shown";
        Assert.Equal(expected, row["verdict"]);
    }

    // Efron's BCa interval once more, by other random numbers. A limit of B resamples has, by the normal density at 1.96, an error of
    // √(.025 · .975/B)/.0584 = .060 standard errors at B = 2,000, and through the bias correction, √(.25/B)/.3989 twice, another .056; the 20,000
    // resamples here add a tenth of their squares. Four times .086 is .35.
    private static void CheckInterval(double[] differences, double lower, double upper)
    {
        const int Resamples = 20_000;
        var random = new Random(20261128);
        var means = new double[Resamples];
        for (var k = 0; k < Resamples; k++)
        {
            for (var draw = 0; draw < Replicates; draw++)
            {
                means[k] += differences[random.Next(Replicates)] / Replicates;
            }
        }

        Array.Sort(means);
        var mean = differences.Sum() / Replicates;
        var (cubes, squares, spread) = (0.0, 0.0, 0.0);
        for (var r = 0; r < Replicates; r++)
        {
            var influence = (differences[r] - mean) / (Replicates - 1);
            cubes += influence * influence * influence;
            squares += influence * influence;
        }

        foreach (var found in means)
        {
            spread += (found - mean) * (found - mean) / (Resamples - 1);
        }

        var shift = StandardNormal.InvCDF(0, 1, means.Sum(m => m < mean ? 1 : m == mean ? 0.5 : 0) / Resamples);
        var acceleration = cubes / (6 * Math.Pow(squares, 1.5));
        double Limit(double z)
        {
            var level = StandardNormal.CDF(0, 1, shift + ((shift + z) / (1 - (acceleration * (shift + z)))));
            return means[(int)Math.Round(level * (Resamples - 1))];
        }

        Assert.Equal(Limit(-Normal), lower, 0.35 * Math.Sqrt(spread));
        Assert.Equal(Limit(Normal), upper, 0.35 * Math.Sqrt(spread));
    }

    private static double Outlived(Dictionary<string, string> run) => Exit(run) is { } exit ? Number(run, "endTick") - exit + 1 : 0;

    private static double[] ByReplicate(Dictionary<string, string>[] runs, Func<Dictionary<string, string>, double> value)
    {
        var sums = new double[Replicates];
        foreach (var run in runs)
        {
            sums[(int)Number(run, "replicate")] += value(run) / 6;
        }

        return sums;
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
