using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 3, sentence by sentence: when a seat is filled, and who comes.</summary>
public sealed class HiringTests
{
    /// <summary>q = .3: the first tick with .3, the second with .7·.3, later ones with .49.</summary>
    [Fact]
    public void A_vacant_seat_is_filled_with_its_probability_in_every_tick()
    {
        var counts = new long[3];
        for (var trial = 0; trial < 5_000; trial++)
        {
            var stage = Left(new Recruitment { FillProbability = 0.3 }, (ulong)trial);
            var ticks = 0;
            for (; ticks < 2 && !stage.Step<Hiring>().Agents.IsOccupied(1); ticks++)
            {
            }

            counts[ticks]++;
        }

        GoodnessOfFit.AssertProportions([0.3, 0.21, 0.49], counts);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void One_is_at_once_and_zero_is_never(double probability, bool isFilled)
    {
        var stage = Left(new Recruitment { FillProbability = probability });
        for (var tick = 0; tick < 50 && !stage.Agents.IsOccupied(1); tick++)
        {
            stage.Step<Hiring>();
            Assert.Equal(isFilled, stage.Agents.IsOccupied(1));
        }
    }

    [Theory]
    [InlineData(0, 3, 1, true)]
    [InlineData(1, 3, 1, false)]
    [InlineData(2, 3, 1, true)]
    [InlineData(2, 3, 2, false)]
    [InlineData(2, 3, 3, false)]
    [InlineData(2, 3, 4, true)]
    public void Nobody_is_hired_during_a_freeze_which_needs_its_first_tick(int from, int to, int tick, bool isFilled)
    {
        var stage = Left(new Recruitment { FillProbability = 1, FreezeFromTick = from, FreezeToTick = to });
        stage.Run.Tick = tick;
        Assert.Equal(isFilled, stage.Step<Hiring>().Agents.IsOccupied(1));
    }

    /// <summary>e ~ U(.1, .2), s = 0, L = F = .5, power 0, no authority.</summary>
    [Fact]
    public void A_newcomer_starts_afresh()
    {
        var experience = new double[2_000];
        for (var trial = 0; trial < experience.Length; trial++)
        {
            var agents = Left(new Recruitment { FillProbability = 1 }, (ulong)trial).Step<Hiring>().Agents;
            experience[trial] = agents.Experience[1];
            Assert.Equal((0, 0.5, 0.5, 0, 0), (agents.Strain[1], agents.LeaderIdentity[1], agents.FollowerIdentity[1], agents.Power[1], agents.Authority[1]));
            Assert.Equal((1, 1), (agents.Generation[1], agents.HireTick[1]));
        }

        GoodnessOfFit.AssertDistribution(x => Math.Clamp((x - 0.1) / 0.1, 0, 1), experience);
    }

    /// <summary>P(correct) = k_new = .4, else 0 or wrong with equal chance.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_newcomers_belief_is_correct_with_its_knowledge(int reality)
    {
        var counts = new long[3];
        for (var trial = 0; trial < 4_000; trial++)
        {
            var stage = Left(new Recruitment { FillProbability = 1, NewcomerKnowledge = 0.4 }, (ulong)trial).WithReality(reality);
            counts[(stage.Step<Hiring>().Belief(1) * reality) + 1]++;
        }

        GoodnessOfFit.AssertProportions([0.3, 0.3, 0.4], counts);
    }

    /// <summary>With o = .5 a belief is copied from the code where that is not 0: here from the wrong code, in half of the cases.</summary>
    [Theory]
    [InlineData(-1, new[] { 0.5, 0, 0.5 })]
    [InlineData(0, new[] { 0.0, 0, 1 })]
    public void Orientation_copies_beliefs_from_a_code_that_is_not_zero(int code, double[] expected)
    {
        var counts = new long[3];
        for (var trial = 0; trial < 4_000; trial++)
        {
            var stage = Left(new Recruitment { FillProbability = 1, NewcomerKnowledge = 1, Orientation = 0.5 }, (ulong)trial).WithReality(1).WithCode(code);
            counts[stage.Step<Hiring>().Belief(1) + 1]++;
        }

        if (code == 0)
        {
            Assert.Equal([0, 0, 4_000], counts);
            return;
        }

        GoodnessOfFit.AssertProportions(expected, counts);
    }

    private static Stage Left(Recruitment recruitment, ulong seed = 1)
    {
        var stage = new Stage(Stage.Of(2) with { Recruitment = recruitment }, seed);
        Departure.Leave(stage.Run, 1);
        return stage;
    }
}
