using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

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
}
