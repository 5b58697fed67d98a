using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class AdaptiveTests
{
    // The relief gives everything at once to somebody else, calm times nothing: easy to tell apart.
    private static readonly Adaptive Policy = new() { Calm = new() { RestoreRate = 0 }, Relief = new() { ShareRate = 1 } };

    private static PolicyStage Calm() =>
        new PolicyStage(Policy, 3, new CompleteNetwork()).WithAuthority(0, 1, 0).WithExperience(0.5, 0.5, 0.5).WithSharing(1).WithVitality(0.8);

    private static bool Relieves(PolicyStage stage)
    {
        stage.WithAuthority(0, 1, 0);
        return stage.Share()[1] == 0;
    }

    [Fact]
    public void It_is_founded_as_a_hierarchy() =>
        Shares.AssertEqual(
            new PolicyStage(new Hierarchy(), 9, new CompleteNetwork(), sites: 3).Authority,
            new PolicyStage(new Adaptive(), 9, new CompleteNetwork(), sites: 3).Authority);

    [Fact]
    public void Calm_times_are_a_hierarchy() => Assert.False(Relieves(Calm()));

    [Fact]
    public void Low_vitality_starts_relief_which_lasts_its_time()
    {
        var stage = Calm().WithVitality(0.649);
        Assert.True(Relieves(stage));
        stage.WithVitality(0.8);
        stage.Tick += 51;
        Assert.True(Relieves(stage));
        stage.Tick += 1;
        Assert.False(Relieves(stage));
    }

    [Fact]
    public void The_exit_of_the_core_starts_relief_and_its_succession()
    {
        // The founding core of the level shares .5 and .35 is the director and the coordinator.
        var stage = Calm();
        stage.Leave(0);
        stage.Leave(1);

        // Distributed succession is at once; hierarchy would wait for 12 ticks.
        Shares.AssertEqual([0, 0, 1], stage.Succeed());
    }

    [Fact]
    public void In_calm_times_promotion_waits_for_the_lag()
    {
        var stage = Calm();
        stage.Leave(1);
        Shares.AssertEqual([0, 0, 0], stage.Succeed());
    }

    [Fact]
    public void Vitality_at_the_alarm_is_no_alarm() => Assert.False(Relieves(Calm().WithVitality(0.65)));

    /// <summary>Shares drift by half of the gap to .5, .35 and .15; after the lag of 12 ticks the director's authority goes to the coordinator.</summary>
    [Fact]
    public void In_calm_times_shares_drift_to_their_levels_and_promotion_follows_the_lag()
    {
        var stage = new PolicyStage(new Adaptive { Calm = new() { RestoreRate = 0.5 } }, 3, new CompleteNetwork()).WithAuthority(0, 1, 0).WithVitality(0.8);
        Shares.AssertEqual([0.25, 0.675, 0.075], stage.Share());
        stage.Leave(0);
        stage.Tick += 12;
        Shares.AssertEqual([0, 0.925, 0.075], stage.Succeed());
    }
}
