using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Survival;

public class StateOccupationTests
{
    [Fact]
    public void Each_run_is_in_one_state_at_every_tick()
    {
        var occupation = StateOccupation.Of(
            [
                new(0, EndTick: 5, Failed: true, FoundingExitTick: 3, NeedEndTick: null, HorizonTicks: 8),
                new(1, EndTick: 4, Failed: true, FoundingExitTick: null, NeedEndTick: null, HorizonTicks: 8),
                new(2, EndTick: 6, Failed: false, FoundingExitTick: 2, NeedEndTick: 6, HorizonTicks: 8),
                new(3, EndTick: 8, Failed: false, FoundingExitTick: 8, NeedEndTick: null, HorizonTicks: 8),
            ],
            8);

        // Ticks 0..8, counted by hand from the four runs.
        Assert.Equal([1, 1, 0.75, 0.5, 0.25, 0.25, 0.25, 0.25, 0], occupation.FounderLed);
        Assert.Equal([0, 0, 0.25, 0.5, 0.5, 0.25, 0, 0, 0.25], occupation.Outliving);
        Assert.Equal([0, 0, 0, 0, 0.25, 0.5, 0.5, 0.5, 0.5], occupation.Failed);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0.25, 0.25, 0.25], occupation.NeedEnded);
    }

    [Fact]
    public void A_tick_beyond_what_was_observed_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StateOccupation.Of([new(0, 5, true, null, null, 8)], 9));
}
