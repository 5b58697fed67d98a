using CsCheck;
using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class ProgramHistoriesTests
{
    private const int Horizon = 20;

    private static readonly Gen<ProgramRun> Run = Gen.Select(Gen.Int[1, 30], Gen.Int[1, 30], (end, exit) =>
        new ProgramRun(0, Math.Min(end, Horizon), end <= Horizon, exit <= Math.Min(end, Horizon) ? exit : null, null, Horizon));

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
