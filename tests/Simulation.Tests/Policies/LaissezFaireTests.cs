using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class LaissezFaireTests
{
    [Fact]
    public void Holders_leak_a_hundredth_a_tick_and_nobody_takes_it_up()
    {
        var stage = new PolicyStage(new LaissezFaire(), 3, new CompleteNetwork()).WithAuthority(0.6, 0.4, 0);
        for (var tick = 1; tick <= 10; tick++)
        {
            stage.Succeed();
            stage.Share();
        }

        var kept = Math.Pow(0.99, 10);
        Shares.AssertEqual([0.6 * kept, 0.4 * kept, 0], stage.Authority);
        Assert.Equal(1 - kept, stage.VacantAuthority, 1e-12);
    }

    [Fact]
    public void What_a_leaver_held_stays_vacant()
    {
        var stage = new PolicyStage(new LaissezFaire { LeakRate = 0 }, 2, new CompleteNetwork()).WithAuthority(0.6, 0.4);
        stage.Leave(0);
        stage.Succeed();
        Shares.AssertEqual([0, 0.4], stage.Share());
        Shares.AssertEqual([0.6, 0], stage.Vacant);
    }
}
