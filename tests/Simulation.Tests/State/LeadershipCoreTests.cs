using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

public sealed class LeadershipCoreTests
{
    // Half of n equal holders hold exactly half, which is not more than half, whatever rounding makes of n times 1/n.
    [Fact]
    public void Of_n_equal_holders_the_core_has_the_smallest_number_above_half()
    {
        for (var seats = 1; seats <= 60; seats++)
        {
            var scenario = new Scenario { HorizonTicks = 1, Organization = new() { Seats = seats, Sites = 1 }, Policy = new Equal() };
            Assert.Equal((seats / 2) + 1, new TickEngine().Run(scenario, new RunSeed(1, 0)).FoundingCoreSize);
        }
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.51, 1)]
    [InlineData(0.4, 2)]
    [InlineData(0.2, 3)]
    public void The_largest_holders_come_first(double directorShare, int size)
    {
        var scenario = new Scenario { HorizonTicks = 1, Founding = new() { DirectorShare = directorShare }, Policy = new LaissezFaire() };
        Assert.Equal(size, new TickEngine().Run(scenario, new RunSeed(1, 0)).FoundingCoreSize);
    }
}
