using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class CouncilTests
{
    [Fact]
    public void The_first_seats_are_founded_with_equal_shares() =>
        Shares.AssertEqual([1 / 3.0, 1 / 3.0, 1 / 3.0, 0], new PolicyStage(new Council { CouncilSize = 3 }, 4, new CompleteNetwork()).Authority);

    [Fact]
    public void A_council_larger_than_the_organization_is_everybody() =>
        Shares.AssertEqual([0.5, 0.5], new PolicyStage(new Council(), 2, new CompleteNetwork()).Authority);

    [Fact]
    public void The_most_experienced_agent_tied_to_the_vacant_place_and_not_of_the_council_is_coopted()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 2 }, 5, new ListedTies((0, 1), (0, 2), (0, 3), (1, 4))).WithExperience(0.5, 0.9, 0.1, 0.2, 0.8);
        stage.Leave(0);

        // 1 is of the council, 4 is not tied to the place: 3 is more experienced than 2.
        Shares.AssertEqual([0, 0.5, 0, 0.5, 0], stage.Succeed());
    }

    [Fact]
    public void Where_nobody_tied_can_be_coopted_the_most_experienced_of_the_others_is()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 2 }, 5, new ListedTies((0, 1))).WithExperience(0.5, 0.9, 0.1, 0.3, 0.2);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.5, 0, 0.5, 0], stage.Succeed());
    }

    [Fact]
    public void Places_that_fall_vacant_together_go_to_different_agents()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 2 }, 5, new CompleteNetwork()).WithExperience(0.5, 0.9, 0.1, 0.3, 0.2);
        stage.Leave(0);
        stage.Leave(1);
        Shares.AssertEqual([0, 0, 0, 0.5, 0.5], stage.Succeed());
    }

    [Fact]
    public void Where_everybody_is_of_the_council_the_place_waits_for_a_newcomer()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 3 }, 3, new CompleteNetwork());
        stage.Leave(1);
        Shares.AssertEqual([1 / 3.0, 0, 1 / 3.0], stage.Succeed());
        stage.Recruit(1);
        Shares.AssertEqual([1 / 3.0, 1 / 3.0, 1 / 3.0], stage.Succeed());
    }

    [Fact]
    public void A_seat_that_fell_vacant_twice_has_two_places()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 4 }, 6, new CompleteNetwork()).WithAuthority(0.5, 0, 0.25, 0.25, 0, 0)
            .WithExperience(0.5, 0.1, 0.9, 0.9, 0.3, 0.2);
        stage.Leave(0);
        Shares.AssertEqual([0, 0, 0.25, 0.25, 0.25, 0.25], stage.Succeed());
    }

    // 4 is more experienced than 0, but not tied.
    [Fact]
    public void Who_is_coopted_may_sit_in_the_first_seat()
    {
        var tied = new PolicyStage(new Council { CouncilSize = 1 }, 5, new ListedTies((1, 0), (1, 2))).WithAuthority(0, 1, 0, 0, 0)
            .WithExperience(0.5, 0.5, 0.2, 0.1, 0.8);
        tied.Leave(1);
        Shares.AssertEqual([1, 0, 0, 0, 0], tied.Succeed());
        var anyone = new PolicyStage(new Council { CouncilSize = 1 }, 3, new ListedTies()).WithAuthority(0, 1, 0).WithExperience(0.5, 0.5, 0.2);
        anyone.Leave(1);
        Shares.AssertEqual([1, 0, 0], anyone.Succeed());
    }

    [Fact]
    public void Of_equally_experienced_agents_the_lower_seat_is_coopted()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 1 }, 4, new CompleteNetwork()).WithAuthority(1, 0, 0, 0).WithExperience(0.5, 0.4, 0.4, 0.4);
        stage.Leave(0);
        Shares.AssertEqual([0, 1, 0, 0], stage.Succeed());
    }

    [Theory]
    [InlineData(1, new[] { 0.0, 1, 0, 0 })]
    [InlineData(2, new[] { 0.5, 0.5, 0, 0 })]
    [InlineData(3, new[] { 1 / 3.0, 1 / 3.0, 0, 1 / 3.0 })]
    public void A_council_that_takes_over_are_the_largest_holders_and_then_the_most_experienced(int size, double[] expected)
    {
        var stage = new PolicyStage(new Council { CouncilSize = size }, 4, new CompleteNetwork()).WithAuthority(0.3, 0.7, 0, 0)
            .WithExperience(0.9, 0.1, 0.2, 0.4);
        Shares.AssertEqual(expected, stage.TakeOver());
    }

    [Fact]
    public void Of_equal_holders_with_equal_experience_the_lower_seats_take_over()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 2 }, 3, new CompleteNetwork()).WithAuthority(0.25, 0.25, 0.25).WithExperience(0.5, 0.5, 0.5);
        Shares.AssertEqual([0.5, 0.5, 0], stage.TakeOver());
    }

    [Fact]
    public void Fewer_agents_than_places_take_over_all_authority_the_vacant_too()
    {
        var stage = new PolicyStage(new Council { CouncilSize = 3 }, 4, new CompleteNetwork()).WithAuthority(0.5, 0.5, 0, 0);
        stage.Leave(0);
        stage.Leave(2);
        Shares.AssertEqual([0, 0.5, 0, 0.5], stage.TakeOver());
        Assert.Equal(0, stage.VacantAuthority);
    }

    [Fact]
    public void A_place_is_filled_with_the_probability_of_cooptation()
    {
        const int Draws = 10_000;
        var filled = new long[2];
        var stage = new PolicyStage(new Council { CouncilSize = 1, Cooptation = 0.3 }, 2, new CompleteNetwork(), seed: 40);
        for (var draw = 0; draw < Draws; draw++)
        {
            stage.Tick++;
            stage.WithAuthority(1, 0);
            stage.Leave(0);
            var isFilled = stage.Succeed()[1] == 1;
            filled[isFilled ? 1 : 0]++;
            stage.Organization.Apply(Everything(stage, to: 1), stage.Tick, stage.Run.Interactions);
            stage.Run.Transfers.Clear();
            stage.Recruit(0);
        }

        GoodnessOfFit.AssertProportions([0.7, 0.3], filled);
    }

    /// <summary>
    /// The law of the code with one dimension, code learning p2 and no socialization: agent i keeps a mistaken code from being
    /// corrected in a tick with probability γ_i = (1−p2)^(n a_i). It believes right, wrong or nothing with 1/3 each, so that
    /// E[K_t] = 1 − Π_i [1 + γ_i^t + ((1+γ_i)/2)^t]/3; in the limit 1 − 3^−K for K equal holders.
    /// </summary>
    [Fact]
    public void The_code_learns_from_every_further_member_as_the_law_says()
    {
        const int Seats = 8, Ticks = 12, Runs = 3_000;
        var engine = new TickEngine();
        for (var size = 1; size <= Seats; size++)
        {
            var scenario = LearningCouncil(Seats, size, Ticks);
            var known = 0.0;
            for (var run = 0; run < Runs; run++)
            {
                known += engine.Run(scenario, new RunSeed(41, (ulong)((size * Runs) + run))).CodeKnowledge;
            }

            var gamma = Math.Pow(1 - 0.2, (double)Seats / size);
            var expected = 1 - Math.Pow((1 + Math.Pow(gamma, Ticks) + Math.Pow((1 + gamma) / 2, Ticks)) / 3, size);
            GoodnessOfFit.AssertMean(expected, Math.Sqrt(expected * (1 - expected)), known / Runs, Runs);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void In_the_limit_the_code_knows_unless_every_member_is_ignorant(int size)
    {
        const int Runs = 3_000;
        var (engine, scenario) = (new TickEngine(), LearningCouncil(4, size, 60));
        var known = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            known += engine.Run(scenario, new RunSeed(42, (ulong)run)).CodeKnowledge;
        }

        var expected = 1 - Math.Pow(3, -size);
        GoodnessOfFit.AssertMean(expected, Math.Sqrt(expected * (1 - expected)), known / Runs, Runs);
    }

    private static Scenario LearningCouncil(int seats, int size, int ticks) => Quiet.Equals(seats, new Council { CouncilSize = size }, ticks) with
    {
        Founding = new() { FounderKnowledge = 1 / 3.0, MemberKnowledge = 1 / 3.0 },
        Learning = new() { Socialization = 0, CodeLearning = 0.2 },
    };

    private static TransferBuffer Everything(PolicyStage stage, int to)
    {
        stage.Run.Transfers.Allocate(includeVacant: true)[to] = 1;
        return stage.Run.Transfers;
    }
}
