using LeadershipSim.Analysis.Survival;
using LeadershipSim.Analysis.Survival.Regression;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>Estimators on a million runs in two groups: whole ticks up to 520, a fifth of them censored, two causes.</summary>
internal static class EstimatorRows
{
    private const int Count = 1_000_000;
    private const int LastTick = 520;

    public static IEnumerable<Row> All(TimeProvider clock)
    {
        var random = new RandomStream(1);
        var observations = new Lifetime[Count];
        for (var k = 0; k < Count; k++)
        {
            observations[k] = new(
                1 + random.NextIndex(LastTick), random.NextIndex(5) switch { 0 => 0, < 3 => 1, _ => 2 }, k % 2 == 0 ? "hoarding" : "distributed");
        }

        Lifetime[] oneCause = [.. observations.Select(o => o with { Cause = Math.Min(o.Cause, 1) })];
        double[] values = [.. observations.Select(o => o.Time)];
        var cox = new CoxData(["shared"], [.. oneCause.Select(o => new CoxRow(o.Time, o.Cause == 1, [o.Group == "distributed" ? 1 : 0]))]);
        yield return Of("Kaplan–Meier", () => KaplanMeier.Estimate(oneCause));
        yield return Of("Nelson–Aalen", () => NelsonAalen.Estimate(oneCause));
        yield return Of("log-rank", () => LogRank.Test(oneCause));
        yield return Of("Aalen–Johansen", () => AalenJohansen.Estimate(observations));
        yield return Of("Cox, one covariate, Efron", () => CoxModel.Fit(cox));
        yield return Of("indices of inequality", () => InequalityMeasures.Of(values));

        Row Of(string name, Func<object> estimate)
        {
            var best = double.PositiveInfinity;
            for (var round = 0; round < 3; round++)
            {
                var from = clock.GetTimestamp();
                GC.KeepAlive(estimate());
                best = Math.Min(best, clock.GetElapsedTime(from).TotalMilliseconds);
            }

            return new("estimators", FormattableString.Invariant($"{name}, {Count} rows"), best, "ms");
        }
    }
}
