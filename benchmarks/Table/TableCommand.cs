namespace LeadershipSim.Benchmarks.Table;

/// <summary>
/// <c>table [--quick] [--long] [--check] [--update-baseline] [--only GROUP] [--output DIR]</c>: measures everything in one run, as Markdown on standard
/// output and, in a folder, as JSON too.
/// </summary>
internal static class TableCommand
{
    private const int Rounds = 12;
    private const int Repeats = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly string[] Options = ["--quick", "--long", "--check", "--update-baseline", "--only", "--output"];

    /// <returns>0; 1 when a tick allocates or is slower than on record; 2 when there is no such option.</returns>
    public static int Run(string[] options)
    {
        var (output, only) = (ValueOf(options, "--output"), ValueOf(options, "--only"));
        if (options.FirstOrDefault(o => !Options.Contains(o) && o != output && o != only) is { } unknown)
        {
            Console.Error.WriteLine($"error: {unknown} is not an option; allowed are {string.Join(", ", Options)}");
            return 2;
        }

        var repository = Repository();
        var file = Path.Combine(repository, "benchmarks", "baseline.json");
        var meter = new Meter(TimeProvider.System, Rounds);
        var quick = options.Contains("--quick");
        var ticks = only is null or "tick" ? Ticks(meter, quick ? [1000] : [40, 100, 1000, 10_000]) : [];
        Row[] others = quick
            ? []
            : [.. Others(meter, repository, options.Contains("--long")).Where(o => only is null || o.Group == only).SelectMany(o => o.Measure())];
        var problems = options.Contains("--check") ? Check(ticks, Baseline.Read(file)) : [];
        if (options.Contains("--update-baseline"))
        {
            Baseline.Write(file, ticks.Select(t => t.Row));
        }

        Write([.. ticks.Select(t => t.Row), .. others], output);
        problems.ForEach(p => Console.Error.WriteLine($"error: {p}"));
        return problems.Count > 0 ? 1 : 0;
    }

    private static string? ValueOf(string[] options, string name) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

    private static List<(Func<Row> Measure, Row Row)> Ticks(Meter meter, int[] seats)
    {
        Func<Row>[] measures = [.. TickRows.All(meter, seats)];

        // Compiles what all of them have in common.
        measures[0]();
        return [.. measures.Select(measure => (Measure: measure, Row: measure()))];
    }

    private static IEnumerable<(string Group, Func<IEnumerable<Row>> Measure)> Others(Meter meter, string repository, bool isLong) =>
    [
        ("phases", () => [.. TickRows.Phases(meter, "distributed", 1000), .. TickRows.Phases(meter, Scenarios.ReferenceModel, 1000)]),
        ("metrics", () => TickRows.Metrics(meter)),
        ("growth", () => GrowthRows.Of(meter, [40, 400, 4000, 40_000, 400_000, 1_000_000])),
        (
            "sweep",
            () => [
                .. new SweepRows(meter.Clock, 40_000).Rates(rounds: 3),
                .. isLong ? [.. new SweepRows(meter.Clock, 100_000).Long(), .. new SweepRows(meter.Clock, 1_000_000).Long()] : Array.Empty<Row>()]),
        ("reuse", () => new ReuseRows(meter.Clock, isLong ? 1_000_000 : 100_000).All()),
        ("start", () => StartRows.All(meter.Clock, repository)),
        ("estimators", () => EstimatorRows.All(meter.Clock)),
    ];

    // A row that is slow is measured again after a pause: the machine may be busy, code that is slow stays slow.
    private static List<string> Check(List<(Func<Row> Measure, Row Row)> ticks, Baseline baseline)
    {
        for (var k = 0; k < ticks.Count; k++)
        {
            for (var repeat = 0; repeat < Repeats && baseline.Problem(ticks[k].Row) is not null; repeat++)
            {
                Thread.Sleep(Pause);
                ticks[k] = ticks[k] with { Row = ticks[k].Measure() };
            }
        }

        return [.. ticks.Select(t => baseline.Problem(t.Row)).OfType<string>()];
    }

    private static void Write(Row[] rows, string? output)
    {
        var calibration = Enumerable.Range(0, Rounds).Min(_ => Calibration.Measure(TimeProvider.System));
        var markdown = TableDocument.Markdown(rows, calibration);
        Console.Write(markdown);
        if (output is not null)
        {
            Directory.CreateDirectory(output);
            File.WriteAllText(Path.Combine(output, "table.md"), markdown);
            File.WriteAllText(Path.Combine(output, "table.json"), TableDocument.Json(rows, calibration));
        }
    }

    // The folder with the solution, above the program.
    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadershipSim.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("benchmarks are run from a clone of the sources: dotnet run -c Release --project benchmarks -- table");
    }
}
