using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Processes;

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

    // Even seats, or odd ones, hold .03 and the others .02: of the former 17 have .51, those in the lower seats.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_equal_shares_those_of_the_lower_seats_come_first(int first)
    {
        var stage = new Stage(Stage.Of(40)).WithAuthority([.. Enumerable.Range(0, 40).Select(seat => seat % 2 == first ? 0.03 : 0.02)]);
        stage.Run.Core.Reset(stage.Agents);
        Assert.Equal(Enumerable.Range(0, 17).Select(k => first + (2 * k)), stage.Run.Core.Members.Items.ToArray());
        Assert.Equal(17, stage.Run.Core.FoundingSize);
        Assert.True(stage.Run.Core.Contains(first + 32));
        Assert.False(stage.Run.Core.Contains(first + 34) || stage.Run.Core.Contains(1 - first));
    }

    // Seat 0 was the founding core. Power is seat 1's, authority seat 2's.
    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0, 2)]
    public void A_new_core_is_taken_on_power_or_else_on_authority(double power, int expected)
    {
        var stage = new Stage(Stage.Of(3));
        Departure.Leave(stage.Run, 0);
        stage.WithAuthority(0, 0, 0.5).Agents.Power[1] = power;
        stage.Run.Core.Renew(stage.Agents);
        Assert.Equal([expected], stage.Run.Core.Members.Items.ToArray());
        Assert.Equal((1, true, false), (Assert.Single(stage.Run.Core.ExitTicks), stage.Run.Core.HasJustLeft(1), stage.Run.Core.HasJustLeft(2)));
    }

    [Fact]
    public void A_core_of_which_somebody_is_left_stays_and_where_nobody_has_anything_there_is_none()
    {
        var stage = new Stage(Stage.Of(3)).WithAuthority(0.4, 0.4, 0.2);
        stage.Run.Core.Reset(stage.Agents);
        stage.Run.Core.Leave(2, 1);
        stage.Run.Core.Leave(1, 1);
        stage.Agents.Power[2] = 1;
        stage.Run.Core.Renew(stage.Agents);
        Assert.Equal([0], stage.Run.Core.Members.Items.ToArray());
        Assert.Empty(stage.Run.Core.ExitTicks);
        stage.Run.Core.Leave(0, 5);
        stage.WithAuthority(0, 0, 0).Agents.Power[2] = 0;
        stage.Run.Core.Renew(stage.Agents);
        Assert.Equal((0, 5), (stage.Run.Core.Members.Count, Assert.Single(stage.Run.Core.ExitTicks)));
    }
}
