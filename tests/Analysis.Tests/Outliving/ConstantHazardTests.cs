using LeadershipSim.Analysis.Outliving;

namespace LeadershipSim.Analysis.Tests.Outliving;

/// <summary>
/// Exits and failures with constant hazards u and v per tick, every pair of ticks enumerated with its probability. By hand: alive at t with
/// probability (1 − v)^t; led (1 − u)^t (1 − v)^t; a tick is lived led when neither exit nor failure came before it and no exit comes in it.
/// </summary>
public class ConstantHazardTests
{
    private const int Horizon = 30;
    private const double Exit = 0.07;
    private const double Failure = 0.04;

    private static readonly IReadOnlyList<WeightedRun> Runs = [.. Enumerate()];

    [Fact]
    public void Shares_of_states_are_those_of_competing_exits_and_failures()
    {
        var found = StateOccupation.OfWeighted(Runs, Horizon);
        for (var t = 0; t <= Horizon; t++)
        {
            var (alive, there) = (Math.Pow(1 - Failure, t), Math.Pow(1 - Exit, t));
            Assert.Equal(alive * there, found[ProgramState.Led][t], 1e-12);
            Assert.Equal(alive * (1 - there), found[ProgramState.Outliving][t], 1e-12);

            // Failed at s with the leadership still there: v (1 − v)^(s − 1) (1 − u)^s.
            var before = Enumerable.Range(1, t).Sum(s => Failure * Math.Pow(1 - Failure, s - 1) * Math.Pow(1 - Exit, s));
            Assert.Equal(before, found[ProgramState.FailedBefore][t], 1e-12);
            Assert.Equal(1 - alive - before, found[ProgramState.FailedAfter][t], 1e-12);
            Assert.Equal(0, found[ProgramState.NeedEnded][t]);
        }
    }

    [Fact]
    public void Expected_ticks_are_geometric_sums_and_add_up_to_the_horizon()
    {
        var led = Enumerable.Range(1, Horizon).Sum(t => Math.Pow(1 - Failure, t - 1) * Math.Pow(1 - Exit, t));
        var lived = Enumerable.Range(1, Horizon).Sum(t => Math.Pow(1 - Failure, t - 1));

        Assert.Equal(led, Mean("ledTicks"), 1e-12);
        Assert.Equal(lived - led, Mean(Quantity.Outlived), 1e-12);
        Assert.Equal(Horizon - lived, Mean(Quantity.Unmet), 1e-12);
        Assert.Equal(0, Mean("notNeededTicks"), 1e-12);
    }

    // One leader, no exit without failure unless succession works with probability s (model.md 6.4): each exit is survived with s.
    [Fact]
    public void Where_each_exit_is_survived_with_a_probability_that_share_outlives()
    {
        const double Works = 0.8;
        WeightedRun[] runs =
        [
            .. Enumerable.Range(1, Horizon).SelectMany(exit => new[]
            {
                new WeightedRun(new ProgramRun(exit, Horizon, false, exit, null, Horizon), exit, Works),
                new WeightedRun(new ProgramRun(exit, exit, true, exit, null, Horizon), exit, 1 - Works),
            }),
        ];
        Assert.Equal(Works, StateOccupation.OfWeighted(runs, Horizon)[ProgramState.Outliving][Horizon], 1e-12);
    }

    private static double Mean(string quantity) =>
        ClusterTotals.Of(Runs, Quantity.Expected(Horizon, false).Single(q => q.Name == quantity).Value).Mean!.Value;

    private static IEnumerable<WeightedRun> Enumerate()
    {
        for (var exit = 1; exit <= Horizon + 1; exit++)
        {
            for (var failure = 1; failure <= Horizon + 1; failure++)
            {
                var fails = failure <= Horizon;
                var end = fails ? failure : Horizon;
                yield return new(
                    new ProgramRun(0, end, fails, exit <= end ? exit : null, null, Horizon),
                    (exit * 100) + failure,
                    Probability(exit, Exit) * Probability(failure, Failure));
            }
        }
    }

    // At the tick beyond the horizon stands all that comes later.
    private static double Probability(int tick, double hazard) =>
        tick > Horizon ? Math.Pow(1 - hazard, Horizon) : hazard * Math.Pow(1 - hazard, tick - 1);
}
