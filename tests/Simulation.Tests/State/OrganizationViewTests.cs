using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>What policies see: who is who, whom one trusts, who is most experienced, and draws by experience.</summary>
public sealed class OrganizationViewTests
{
    private static PolicyStage Of(int seats, INetworkModel? network = null) => new(new LaissezFaire(), seats, network ?? new CompleteNetwork());

    [Fact]
    public void An_agent_is_found_while_it_is_there_and_its_successor_is_another()
    {
        var stage = Of(3);
        var (first, agent) = (stage.View.AgentAt(0), stage.View.AgentAt(1));
        Assert.Equal((0, 1, -1), (stage.View.SeatOf(first), stage.View.SeatOf(agent), stage.View.SeatOf(0)));
        stage.Leave(1);
        Assert.Equal(-1, stage.View.SeatOf(agent));
        Assert.Equal(-1, stage.View.SeatOf(stage.View.AgentAt(1)));
        stage.Recruit(1);
        Assert.Equal(-1, stage.View.SeatOf(agent));
        Assert.Equal(1, stage.View.SeatOf(stage.View.AgentAt(1)));
        Assert.NotEqual(agent, stage.View.AgentAt(1));
    }

    [Fact]
    public void Trust_is_seen_from_either_end_of_a_tie()
    {
        var view = Of(3, new ListedTies((0, 1), (1, 2))).WithTrust(1, 0, 0.9).WithTrust(0, 1, 0.6).WithTrust(2, 1, 0.2).View;
        Assert.Equal((0.9, 0.3), (view.TrustFrom(1)[0], view.TrustFrom(1)[1]));
        Assert.Equal(0.6, view.TrustIn(1)[0], 1e-12);
        Assert.Equal(0.2, view.TrustIn(1)[1], 1e-12);
        Assert.Equal(0.9, view.Trust(1, 0), 1e-12);
        Assert.Equal((0.15, 0.3, 4), (view.Trust(0, 2), view.BaselineTrust, view.DirectedTies));
    }

    [Theory]
    [InlineData(new[] { 0.9, 0.2, 0.3 }, 0)]
    [InlineData(new[] { 0.2, 0.9, 0.3 }, 1)]
    [InlineData(new[] { 0.2, 0.3, 0.3 }, 1)]
    [InlineData(new[] { 0.3, 0.2, 0.3 }, 0)]
    public void The_most_experienced_agent_is_the_lower_seat_among_equals(double[] experience, int expected) =>
        Assert.Equal(expected, Of(3).WithExperience(experience).View.MostExperienced());

    [Fact]
    public void Of_nobody_none_is_the_most_experienced_and_none_can_be_drawn()
    {
        var (stage, random) = (Of(2), new RandomStream(1));
        stage.Leave(0);
        Assert.Equal(1, stage.View.MostExperienced());
        stage.Leave(1);
        Assert.Equal((-1, -1), (stage.View.MostExperienced(), stage.View.LargestHolder()));
        Assert.Equal(-1, stage.View.DrawExperienced(-1, ref random));
    }

    // Seat 0 is tied to 1, 2 and 3, by trust times experience of .12, .12 and .09; the most experienced of all, 4, is not tied.
    [Fact]
    public void The_most_trusted_and_experienced_is_tied_and_the_lower_seat_among_equals()
    {
        var stage = Of(5, new ListedTies((0, 1), (0, 2), (0, 3), (1, 4))).WithExperience(0.9, 0.4, 0.4, 0.3, 1);
        Assert.Equal(1, stage.View.MostTrustedExperienced(0));
        stage.WithTrust(0, 3, 0.41);
        Assert.Equal(3, stage.View.MostTrustedExperienced(0));
        stage.Leave(3);
        stage.Leave(1);
        Assert.Equal(2, stage.View.MostTrustedExperienced(0));
        stage.Leave(2);
        Assert.Equal(-1, stage.View.MostTrustedExperienced(0));
    }

    // An empty seat has no experience; nor has seat 1, who can be chosen where nobody better is tied.
    [Fact]
    public void Somebody_without_any_experience_is_better_than_an_empty_seat()
    {
        var stage = Of(3, new ListedTies((2, 0), (2, 1))).WithExperience(0.5, 0, 0.5);
        stage.Leave(0);
        Assert.Equal(1, stage.View.MostTrustedExperienced(2));
        Assert.Equal(0, Of(3).WithExperience(0, 0, 0).View.MostExperienced());
    }

    [Theory]
    [InlineData(-1, new[] { 0.1, 0.2, 0, 0.7 }, new[] { 0.1, 0.2, 0, 0.7 })]
    [InlineData(0, new[] { 0.3, 0.2, 0, 0.6 }, new[] { 0, 0.25, 0, 0.75 })]
    [InlineData(3, new[] { 0.1, 0.3, 0, 0.6 }, new[] { 0.25, 0.75, 0, 0 })]
    [InlineData(-1, new[] { 0.0, 0, 0, 0 }, new[] { 1 / 3.0, 1 / 3.0, 0, 1 / 3.0 })]
    [InlineData(1, new[] { 0, 0.5, 0, 0 }, new[] { 0.5, 0, 0, 0.5 })]
    public void Agents_are_drawn_by_experience_or_alike_where_nobody_has_any(int except, double[] experience, double[] expected)
    {
        var (stage, random, counts) = (Of(4), new RandomStream(2), new long[4]);
        stage.Leave(2);
        stage.WithExperience(experience);
        for (var draw = 0; draw < 4_000; draw++)
        {
            counts[stage.View.DrawExperienced(except, ref random)]++;
        }

        GoodnessOfFit.AssertProportions(expected, counts);
    }

    [Fact]
    public void Nobody_else_can_be_drawn_where_the_one_left_out_is_alone()
    {
        var (stage, random) = (Of(2), new RandomStream(3));
        stage.Leave(0);
        Assert.Equal(-1, stage.View.DrawExperienced(1, ref random));
        Assert.Equal(1, stage.View.DrawExperienced(0, ref random));
    }

    [Fact]
    public void The_largest_holder_is_the_lower_seat_among_equals()
    {
        Assert.Equal(0, Of(3).WithAuthority(0.4, 0.2, 0.4).View.LargestHolder());
        Assert.Equal(2, Of(3).WithAuthority(0.2, 0.2, 0.6).View.LargestHolder());
    }
}
