using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>Time and allocation of a tick.</summary>
internal static class TickRows
{
    private static readonly int[] MetricSeats = [100, 1000];
    private static readonly int[] ReferenceSeats = [100, 1000, 10_000];

    /// <summary>The reference model, the one of peers, and every policy at every size.</summary>
    public static IEnumerable<Func<Row>> All(Meter meter, IReadOnlyList<int> seats) =>
    [
        .. from model in new[] { Scenarios.ReferenceModel, Scenarios.PeersModel }
           from n in ReferenceSeats
           select (Func<Row>)(() => Tick(meter, model, n)),
        .. from policy in PolicyCatalog.All
           from n in seats
           select (Func<Row>)(() => Tick(meter, policy.Kind, n)),
    ];

    /// <summary>
    /// A tick alone, without what outputs about work need, with a metric that an experiment file defines and with the loop that the metric stands for;
    /// with the networks of interaction recorded, and with everything read that can be followed.
    /// </summary>
    public static IEnumerable<Row> Metrics(Meter meter)
    {
        (string Name, Func<int, SteadyRun> RunOf)[] ticks =
        [
            ("distributed, no metric", n => new(Scenarios.Default("distributed", n))),
            ("distributed, no work recorded", n => new(Scenarios.Default("distributed", n) with { Ledger = new() { Work = false } })),
            ("distributed, a metric", n => new(Scenarios.Default("distributed", n), new MetricEveryTick())),
            ("distributed, its loop", n => new(Scenarios.Default("distributed", n), new LoopEveryTick())),
            ("distributed, networks recorded", n => new(Scenarios.Default("distributed", n) with { Ledger = new() { Networks = true } })),
            ("distributed, everything followed", n => new(Scenarios.Default("distributed", n), new SeriesEveryTick())),
        ];

        // A first round compiles what they have in common.
        return new[] { MetricSeats[0] }.Concat(MetricSeats).SelectMany(n => ticks.Select(t => Tick(meter, t.Name, n, t.RunOf(n)))).Skip(ticks.Length)
            .Select(row => row with { Group = "metrics" });
    }

    /// <summary>Where the time of a tick goes.</summary>
    public static IEnumerable<Row> Phases(Meter meter, string policy, int seats)
    {
        const int Rounds = 20;
        var run = Scenarios.Run(policy, seats);
        var ticks = Math.Max(20, 400_000 / seats);
        var best = run.Phases.Select(_ => long.MaxValue).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new long[best.Length];
            run.Ticks(ticks, meter.Clock, sums);
            best = [.. best.Zip(sums, Math.Min)];
        }

        return run.Phases.Zip(best, (phase, time) => new Row(
            "phases", FormattableString.Invariant($"{policy}, n = {seats}: {phase}"),
            time * 1e9 / meter.Clock.TimestampFrequency / ticks / seats, "ns per agent-tick"));
    }

    private static Row Tick(Meter meter, string policy, int seats) => Tick(meter, policy, seats, Scenarios.Run(policy, seats));

    private static Row Tick(Meter meter, string policy, int seats, SteadyRun run)
    {
        var (nanoseconds, ratio, bytes) = meter.Measure(run.Ticks, seats);
        return new("tick", FormattableString.Invariant($"{policy}, n = {seats}"), nanoseconds, "ns per agent-tick") { Ratio = ratio, AllocatedBytes = bytes };
    }
}
