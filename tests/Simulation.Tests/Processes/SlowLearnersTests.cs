using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Fast and slow learners.</summary>
public sealed class SlowLearnersTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 20)]
    [InlineData(0.26, 10)]
    [InlineData(1.0, 40)]
    public void As_many_seats_learn_slowly_as_their_share_says(double share, int expected)
    {
        var run = Run(new() { SlowShare = share }, seed: 1);
        Assert.Equal(expected, run.Organization.LearnsSlowly.Take(40).Count(slow => slow));
    }

    [Fact]
    public void Other_runs_have_other_slow_learners() =>
        Assert.NotEqual(
            Run(new() { SlowShare = 0.5 }, seed: 1).Organization.LearnsSlowly.Take(40),
            Run(new() { SlowShare = 0.5 }, seed: 2).Organization.LearnsSlowly.Take(40));

    // Who learns with certainty goes one step towards the code; who never learns stays.
    [Fact]
    public void Slow_learners_are_socialized_by_their_own_probability()
    {
        var learning = new Learning { Socialization = 1, SlowShare = 0.5, SlowSocialization = 0, CodeLearning = 0 };
        var run = Run(learning, seed: 3);
        var organization = run.Organization;
        run.CodePositive = organization.Dimensions;
        organization.Positive.AsSpan(0, 40).Clear();
        organization.Negative.AsSpan(0, 40).Clear();
        ((ITickProcess)learning).Step(run);
        Assert.All(Enumerable.Range(0, 40), seat => Assert.Equal(organization.LearnsSlowly[seat] ? 0 : organization.Dimensions, organization.Positive[seat]));
    }

    private static RunState Run(Learning learning, ulong seed)
    {
        var run = new RunState();
        TickSchedule.Found(run, new Scenario { Learning = learning }, new RunSeed(seed, 0), new Observation(null));
        return run;
    }

    [Fact]
    public void Every_seat_is_as_likely_to_learn_slowly()
    {
        var counts = new long[4];
        for (var seed = 0UL; seed < 4_000; seed++)
        {
            counts[Array.IndexOf(new Stage(Stage.Of(4) with { Learning = new() { SlowShare = 0.25 } }, seed).Agents.LearnsSlowly, true)]++;
        }

        GoodnessOfFit.AssertProportions([0.25, 0.25, 0.25, 0.25], counts);
    }

    [Fact]
    public void Who_learns_slowly_may_learn_where_others_never_do()
    {
        var learning = new Learning { Socialization = 0, SlowShare = 0.5, SlowSocialization = 1, CodeLearning = 0 };
        var stage = new Stage(Stage.Of(4) with { Learning = learning }).WithCode(1);
        for (var seat = 0; seat < 4; seat++)
        {
            stage.WithBeliefs(seat, 0);
        }

        stage.Step<Learning>();
        Assert.All(Enumerable.Range(0, 4), seat => Assert.Equal(stage.Agents.LearnsSlowly[seat] ? 1 : 0, stage.Belief(seat)));
    }

    /// <summary>Opposite → 0 → the code, and no step where the code is 0: on one dimension each. An empty seat learns nothing.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Fast_or_slow_a_belief_moves_one_step_towards_the_code(double slowShare)
    {
        var learning = new Learning { Socialization = 1, SlowShare = slowShare, SlowSocialization = 1, CodeLearning = 0 };
        var scenario = Stage.Of(3) with { Organization = new() { Seats = 3, Sites = 1, BeliefDimensions = 9 }, Learning = learning };
        var stage = new Stage(scenario).WithCode(1, 1, 1, -1, -1, -1, 0, 0, 0);
        stage.WithBeliefs(0, -1, 0, 1, 1, 0, -1, 1, 0, -1).WithBeliefs(1, -1, 0, 1, 1, 0, -1, 1, 0, -1);
        Departure.Leave(stage.Run, 2);
        stage.Step<Learning>();
        for (var seat = 0; seat < 2; seat++)
        {
            Assert.Equal([0, 1, 1, 0, -1, -1, 1, 0, -1], Enumerable.Range(0, 9).Select(dimension => stage.Belief(seat, dimension)));
        }

        Assert.Equal((0UL, 0UL), (stage.Agents.Positive[2], stage.Agents.Negative[2]));
    }
}
