using CsCheck;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class StateOccupationTests
{
    [Fact]
    public void Each_run_is_in_one_state_at_every_tick()
    {
        var occupation = StateOccupation.Of(
            [
                new(0, EndTick: 5, Failed: true, ExitTick: 3, NeedEndTick: null, HorizonTicks: 8),
                new(1, EndTick: 4, Failed: true, ExitTick: null, NeedEndTick: null, HorizonTicks: 8),
                new(2, EndTick: 6, Failed: false, ExitTick: 2, NeedEndTick: 6, HorizonTicks: 8),
                new(3, EndTick: 8, Failed: false, ExitTick: 8, NeedEndTick: null, HorizonTicks: 8),
            ],
            8);

        // Ticks 0..8, counted by hand from the four runs.
        Assert.Equal([1, 1, 0.75, 0.5, 0.25, 0.25, 0.25, 0.25, 0], occupation[ProgramState.Led]);
        Assert.Equal([0, 0, 0.25, 0.5, 0.5, 0.25, 0, 0, 0.25], occupation[ProgramState.Outliving]);
        Assert.Equal([0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25, 0.25], occupation[ProgramState.FailedBefore]);
        Assert.Equal([0, 0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25], occupation[ProgramState.FailedAfter]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0.25, 0.25, 0.25], occupation[ProgramState.NeedEnded]);
    }

    // One run a replicate: the error is the binomial one, and that of the Aalen–Johansen estimate by another way.
    [Fact]
    public void With_one_run_a_replicate_errors_are_those_of_the_multi_state_estimate() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Bool).Array[2, 25].Sample(draws =>
        {
            const int Horizon = 12;
            ProgramRun[] runs = [.. draws.Select((d, i) => new ProgramRun(
                i, d.Item3 ? d.Item1 : Horizon, d.Item3, d.Item2 < (d.Item3 ? d.Item1 : Horizon) ? d.Item2 : null, null, Horizon))];
            var found = StateOccupation.Of(runs, Horizon);
            var curve = MultiState.Estimate(ProgramHistories.States, ProgramHistories.Of(runs)).Single();
            for (var tick = 0; tick <= Horizon; tick++)
            {
                var row = curve.At(tick);
                Assert.Equal(Math.Sqrt(found[ProgramState.Outliving][tick] * (1 - found[ProgramState.Outliving][tick]) / runs.Length),
                    found.ErrorsOf(ProgramState.Outliving)[tick], 1e-12);
                Assert.Equal(row.StandardError[0], found.ErrorsOf(ProgramState.Led)[tick], 1e-9);
                Assert.Equal(row.StandardError[1], found.ErrorsOf(ProgramState.Outliving)[tick], 1e-9);
                Assert.Equal(1 - row.Probability[0] - row.Probability[1], found[ProgramState.FailedBefore][tick] + found[ProgramState.FailedAfter][tick], 1e-9);
            }
        });

    // By hand at tick 3: replicates of two runs, failed 2, 1 and 0 of 2; p = 1/2, so Σ(k − 1)² = 1 + 0 + 1 and the error is √2/6.
    [Fact]
    public void Runs_of_one_replicate_are_a_cluster()
    {
        static ProgramRun Run(int replicate, bool fails) => new(replicate, fails ? 2 : 8, fails, null, null, 8);

        var found = StateOccupation.Of([Run(0, true), Run(0, true), Run(1, true), Run(1, false), Run(2, false), Run(2, false)], 8);

        Assert.Equal(Math.Sqrt(2) / 6, found.ErrorsOf(ProgramState.FailedBefore)[3], 1e-12);
        Assert.Equal(Math.Sqrt(2) / 6, found.ErrorsOf(ProgramState.Led)[3], 1e-12);
        Assert.Equal(0, found.ErrorsOf(ProgramState.FailedBefore)[0]);
    }

    [Fact]
    public void A_tick_beyond_what_was_observed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StateOccupation.Of([new(0, 5, true, null, null, 8)], 9));
}
