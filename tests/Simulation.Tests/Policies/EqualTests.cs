using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class EqualTests
{
    [Fact]
    public void Everybody_there_holds_the_same_at_every_tick()
    {
        var stage = new PolicyStage(new Equal(), 4, new CompleteNetwork());
        Shares.AssertEqual([0.25, 0.25, 0.25, 0.25], stage.Share());
        stage.Leave(2);
        stage.Succeed();
        Shares.AssertEqual([1 / 3.0, 1 / 3.0, 0, 1 / 3.0], stage.Share());
        stage.Recruit(2);
        Shares.AssertEqual([0.25, 0.25, 0.25, 0.25], stage.Share());
    }

    [Fact]
    public void When_all_have_left_all_authority_is_vacant_until_the_first_newcomer()
    {
        var stage = new PolicyStage(new Equal(), 2, new CompleteNetwork());
        stage.Leave(0);
        stage.Leave(1);
        stage.Succeed();
        Shares.AssertEqual([0, 0], stage.Share());
        Assert.Equal(1, stage.VacantAuthority);
        stage.Recruit(1);
        stage.Succeed();
        Shares.AssertEqual([0, 1], stage.Share());
    }
}
