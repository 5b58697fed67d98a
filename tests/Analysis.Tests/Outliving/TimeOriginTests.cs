using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Survival;

namespace LeadershipSim.Analysis.Tests.Outliving;

public class TimeOriginTests
{
    [Fact]
    public void A_program_that_fails_in_the_tick_of_the_exit_lived_one_tick_and_stays_in() =>
        Assert.Equal(new Lifetime(1, true) { Cluster = "0" }, TimeOrigin.ResidualLife(new(0, EndTick: 80, Failed: true, ExitTick: 80, null, 520)));

    [Fact]
    public void A_program_alive_at_the_horizon_is_censored_there() =>
        Assert.Equal(new Lifetime(421, false) { Cluster = "0" }, TimeOrigin.ResidualLife(new(0, EndTick: 520, Failed: false, ExitTick: 100, null, 520)));

    [Fact]
    public void A_program_that_fails_under_its_founders_does_not_enter() =>
        Assert.Empty(TimeOrigin.ResidualLives([new(0, EndTick: 80, Failed: true, ExitTick: null, null, 520)]));

    [Fact]
    public void An_exit_after_the_end_is_refused() =>
        Assert.Throws<ArgumentException>(() => TimeOrigin.ResidualLife(new(0, EndTick: 80, Failed: true, ExitTick: 81, null, 520)));
}
