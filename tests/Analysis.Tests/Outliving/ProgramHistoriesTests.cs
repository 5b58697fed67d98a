using CsCheck;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class ProgramHistoriesTests
{
    private const int Horizon = 20;

    private static readonly Gen<ProgramRun> Run = Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], (end, exit) =>
        new ProgramRun(0, Math.Min(end, Horizon), end <= Horizon, exit <= Math.Min(end, Horizon) ? exit : null, null, Horizon));

    // A program that a stop rule ends is in a state of its own, of four runs one and one: not censored, which would leave them among the living.
    [Fact]
    public void A_stopped_program_moves_to_a_state_of_its_own()
    {
        ProgramRun[] runs =
        [
            new(0, 4, false, 2, null, Horizon) { StopCause = "dissolved" }, new(1, 4, false, 4, null, Horizon) { StopCause = "dissolved" },
            new(2, 6, true, null, null, Horizon), new(3, Horizon, false, 5, null, Horizon),
        ];
        var curve = MultiState.Estimate(ProgramHistories.States, ProgramHistories.Of(runs)).Single();
        Assert.Equal([0.5, 0, 0, 0.5], curve.At(5.5).Probability.Select((p, k) => k == 0 ? p + curve.At(5.5).Probability[1] : k == 1 ? 0 : p));
        Assert.Equal([0, 0.25, 0.25, 0.5], curve.At(Horizon).Probability);
    }

    // Nobody is censored before the horizon: the estimate is the count.
    [Fact]
    public void The_multi_state_estimate_is_the_share_of_runs_in_each_state() =>
        Run.Array[1, 40].Sample(runs =>
        {
            var counted = StateOccupation.Of(runs, Horizon);
            var estimated = MultiState.Estimate(ProgramHistories.States, ProgramHistories.Of(runs)).Single();
            for (var tick = 0; tick <= Horizon; tick++)
            {
                var probability = estimated.At(tick).Probability;
                Assert.Equal(counted[ProgramState.Led][tick], probability[0], 1e-10);
                Assert.Equal(counted[ProgramState.Outliving][tick], probability[1], 1e-10);
                Assert.Equal(counted[ProgramState.FailedBefore][tick] + counted[ProgramState.FailedAfter][tick], probability[2], 1e-10);
            }
        });
}
