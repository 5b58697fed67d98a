using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Processes;

namespace LeadershipSim.Simulation.Tests.State;

/// <summary>How much of reality the code and the agents know, on four dimensions.</summary>
public sealed class KnowledgeTests
{
    private static Stage Of(int seats) =>
        new Stage(Stage.Of(seats) with { Organization = new() { Seats = seats, Sites = 1, BeliefDimensions = 4 } }).WithReality(1, 1, -1, -1);

    // Right on one of +1 and one of −1, wrong on one, silent on one.
    [Theory]
    [InlineData(new[] { 1, 0, -1, 1 }, 0.5, 0.25)]
    [InlineData(new[] { 1, 1, -1, -1 }, 1.0, 1.0)]
    [InlineData(new[] { -1, -1, 1, 1 }, 0.0, -1.0)]
    [InlineData(new[] { 0, 0, 0, -1 }, 0.25, 0.25)]
    [InlineData(new[] { 0, 0, 0, 0 }, 0.0, 0.0)]
    public void The_code_knows_what_equals_reality_and_its_score_takes_errors_off(int[] code, double knowledge, double score)
    {
        var run = Of(1).WithCode(code).Run;
        Assert.Equal((knowledge, score), (Knowledge.OfCode(run), Knowledge.ScoreOfCode(run)));
    }

    /// <summary>3 of 4 and 1 of 4: the mean of the two who are there is ½; whoever left knows nothing.</summary>
    [Fact]
    public void Agents_know_on_average_what_those_who_are_there_know()
    {
        var stage = Of(3).WithBeliefs(0, 1, 1, -1, 1).WithBeliefs(1, 0, 0, -1, 0).WithBeliefs(2, 1, 1, -1, -1);
        Departure.Leave(stage.Run, 2);
        Assert.Equal((0.75, 0.25, 0), (Knowledge.OfAgent(stage.Run, 0), Knowledge.OfAgent(stage.Run, 1), Knowledge.OfAgent(stage.Run, 2)));
        Assert.Equal(0.5, Knowledge.MeanOfAgents(stage.Run));
        Departure.Leave(stage.Run, 0);
        Departure.Leave(stage.Run, 1);
        Assert.Equal(0, Knowledge.MeanOfAgents(stage.Run));
    }

    /// <summary>Belief and target on every pair of signs: one step, −1 → 0 → +1 or back; where the target is 0, towards 0.</summary>
    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(-1, -1, -1)]
    [InlineData(0, -1, -1)]
    [InlineData(1, -1, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    public void A_belief_moves_one_step_towards_its_target_where_it_is_asked_to(int belief, int target, int expected)
    {
        var stage = Of(1).WithBeliefs(0, belief, belief, 1, -1);
        var (positive, negative) = (target > 0 ? 15UL : 0, target < 0 ? 15UL : 0);
        Beliefs.StepTowards(stage.Agents, 0, dimensions: 0b0010, positive, negative);
        Assert.Equal([belief, expected, 1, -1], Enumerable.Range(0, 4).Select(dimension => stage.Belief(0, dimension)));
        Assert.Equal(0UL, stage.Agents.Positive[0] & stage.Agents.Negative[0]);
    }
}
