using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class ElectedTests
{
    // Two stars, around seats 0 and 4: everybody's best candidate is its hub, and the hubs' own best is itself (trust is .3 everywhere).
    private static readonly ListedTies TwoStars = new((0, 1), (0, 2), (0, 3), (4, 5), (4, 6), (4, 7), (4, 8));

    private static PolicyStage Stars(int councilSize) =>
        new PolicyStage(new Elected { VoteNoise = 0, CouncilSize = councilSize }, 9, TwoStars)
            .WithAuthority(0, 1, 0, 0, 0, 0, 0, 0, 0)
            .WithExperience(0.9, 0.1, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1);

    private static double[] Elect(PolicyStage stage)
    {
        stage.Tick = 52;
        return stage.Share();
    }

    [Fact]
    public void The_council_shares_authority_in_proportion_to_votes() =>
        Shares.AssertEqual([4 / 9.0, 0, 0, 0, 5 / 9.0, 0, 0, 0, 0], Elect(Stars(5)));

    [Fact]
    public void Only_the_most_voted_for_are_elected() => Shares.AssertEqual([0, 0, 0, 0, 1, 0, 0, 0, 0], Elect(Stars(1)));

    [Fact]
    public void Equal_votes_go_to_the_lower_seat()
    {
        var stage = Stars(1);
        stage.Leave(8);
        Shares.AssertEqual([1, 0, 0, 0, 0, 0, 0, 0, 0], Elect(stage));
    }

    [Fact]
    public void A_voter_that_rates_two_alike_chooses_the_lower_seat_be_it_its_own()
    {
        // All rate each other, and themselves, alike: seat 0 is the lowest everybody sees, itself included.
        var stage = new PolicyStage(new Elected { VoteNoise = 0 }, 4, new CompleteNetwork()).WithAuthority(0, 0, 1, 0).WithExperience(0.5, 0.5, 0.5, 0.5);
        Shares.AssertEqual([1, 0, 0, 0], Elect(stage));
    }

    [Fact]
    public void Trust_decides_between_equally_experienced_candidates()
    {
        var stage = new PolicyStage(new Elected { VoteNoise = 0 }, 3, new CompleteNetwork()).WithAuthority(1, 0, 0).WithExperience(0.5, 0.5, 0.5)
            .WithTrust(0, 2, 0.4).WithTrust(1, 2, 0.4);

        // Seat 2 itself rates all alike and votes for the lowest.
        Shares.AssertEqual([1 / 3.0, 0, 2 / 3.0], Elect(stage));
    }

    [Fact]
    public void Between_elections_nothing_moves()
    {
        var stage = Stars(5);
        stage.Tick = 51;
        Shares.AssertEqual([0, 1, 0, 0, 0, 0, 0, 0, 0], stage.Share());
    }

    [Fact]
    public void Vacant_authority_calls_a_special_election_over_all_of_it()
    {
        var stage = Stars(5).WithAuthority(0, 0.5, 0, 0, 0, 0.5, 0, 0, 0);
        stage.Leave(1);
        Shares.AssertEqual([3 / 8.0, 0, 0, 0, 5 / 8.0, 0, 0, 0, 0], stage.Succeed());
        Assert.Equal(0, stage.VacantAuthority);
    }

    [Fact]
    public void A_special_election_takes_the_place_of_a_regular_one_in_the_same_tick()
    {
        var stage = new PolicyStage(new Elected(), 9, TwoStars);
        stage.Tick = 52;
        stage.Leave(0);
        var elected = stage.Succeed();
        Shares.AssertEqual(elected, stage.Share(), tolerance: 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void Noisy_elections_conserve_authority_and_elect_no_more_than_the_council(int councilSize)
    {
        var stage = new PolicyStage(new Elected { TermTicks = 1, CouncilSize = councilSize, VoteNoise = 1 }, 12, new CompleteNetwork());
        for (var tick = 1; tick <= 200; tick++)
        {
            stage.Tick = tick;
            var authority = stage.Share();
            Assert.Equal(1, authority.Sum(), 1e-12);
            Assert.InRange(authority.Count(share => share > 0), 1, councilSize);
        }
    }

    /// <summary>
    /// Two voters rate the second by .3·(e_1 − e_0) = .1 more than the first, with noise of .1 on each: they vote for it with Φ(.1/(.1·√2)) = .7602.
    /// </summary>
    [Fact]
    public void Votes_are_noisy_by_the_difference_of_two_ratings()
    {
        const double Second = 0.76025;
        var stage = new PolicyStage(new Elected { TermTicks = 1 }, 2, new CompleteNetwork(), seed: 70);
        var votes = new long[3];
        for (var election = 0; election < 10_000; election++)
        {
            var authority = stage.WithAuthority(1, 0).WithExperience(0.2, 0.2 + (1 / 3.0)).Share();
            votes[(int)Math.Round(2 * authority[1])]++;
        }

        GoodnessOfFit.AssertProportions([(1 - Second) * (1 - Second), 2 * Second * (1 - Second), Second * Second], votes);
    }

    [Fact]
    public void An_election_without_noise_uses_no_random_number()
    {
        var stage = Stars(5);
        var before = stage.Run.Streams.Policy;
        Elect(stage);
        Assert.Equal(before.NextBits(), stage.Run.Streams.Policy.NextBits());
    }

    // 4 votes are for seat 0, 5 for seat 4, at every election.
    [Fact]
    public void Votes_of_one_election_do_not_count_in_the_next()
    {
        var stage = Stars(1);
        Elect(stage);
        stage.Tick = 104;
        Shares.AssertEqual([0, 0, 0, 0, 1, 0, 0, 0, 0], stage.Share());
    }

    [Fact]
    public void Nobody_votes_for_an_empty_seat()
    {
        // Without any experience everybody has the merit that an empty seat would have: none.
        var stage = new PolicyStage(new Elected { VoteNoise = 0 }, 3, new CompleteNetwork()).WithAuthority(0, 1, 0).WithExperience(0, 0, 0);
        stage.Leave(0);
        Shares.AssertEqual([0, 1, 0], Elect(stage));
    }

    [Fact]
    public void The_last_agent_elects_itself()
    {
        var stage = new PolicyStage(new Elected(), 2, new CompleteNetwork()).WithAuthority(0, 1);
        stage.Leave(1);
        Shares.AssertEqual([1, 0], stage.Succeed());
    }

    // With so much noise a second election would hardly ever have the same result.
    [Fact]
    public void Only_one_election_is_held_in_a_tick()
    {
        var stage = new PolicyStage(new Elected { VoteNoise = 1 }, 12, new CompleteNetwork());
        for (var tick = 52; tick <= 520; tick += 52)
        {
            stage.Tick = tick;
            stage.WithAuthority(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).Leave(0);
            stage.Recruit(0);
            var elected = stage.Succeed();
            Shares.AssertEqual(elected, stage.Share(), tolerance: 0);
        }
    }
}
