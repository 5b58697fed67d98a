namespace LeadershipSim.Benchmarks.Table;

/// <summary>How cost grows with the number of agents: linearly, so that both columns stay as they are.</summary>
internal static class GrowthRows
{
    private const int WarmUpTicks = 100;

    public static IEnumerable<Row> Of(Meter meter, IReadOnlyList<int> seats)
    {
        foreach (var n in seats)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var run = new SteadyRun(Scenarios.Default("distributed", n), warmUpTicks: WarmUpTicks);
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            var (nanoseconds, ratio, allocated) = meter.Measure(run.Ticks, n);
            yield return new("growth", FormattableString.Invariant($"distributed, n = {n}"), nanoseconds, "ns per agent-tick")
            {
                Ratio = ratio,
                AllocatedBytes = allocated,
            };
            yield return new("memory", FormattableString.Invariant($"distributed, n = {n}"), (double)bytes / n, "bytes per agent");
            GC.KeepAlive(run);
        }
    }
}
