using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class DistributedTests
{
    [Fact]
    public void A_sharing_holder_gives_a_tenth_to_a_tied_agent_drawn_by_trust_and_experience()
    {
        var counts = new long[4];
        var stage = new PolicyStage(new Distributed(), 4, new CompleteNetwork(), seed: 60)
            .WithExperience(0.9, 0.2, 0.4, 0.6).WithTrust(0, 1, 0.6).WithTrust(0, 2, 0.3).WithTrust(0, 3, 0.2).WithSharing(1);
        for (var draw = 0; draw < 10_000; draw++)
        {
            stage.WithAuthority(1, 0, 0, 0);
            var authority = stage.Share();
            Assert.Equal(0.9, authority[0], 1e-12);
            counts[Array.FindIndex(authority, 1, share => share > 0)]++;
        }

        // Each has w e = .12.
        GoodnessOfFit.AssertProportions([0, 1 / 3.0, 1 / 3.0, 1 / 3.0], counts);
    }

    [Fact]
    public void A_holder_shares_with_the_probability_of_its_propensity()
    {
        var counts = new long[2];
        var stage = new PolicyStage(new Distributed(), 2, new CompleteNetwork(), seed: 61).WithSharing(0.3);
        for (var draw = 0; draw < 10_000; draw++)
        {
            stage.WithAuthority(1, 0);
            counts[stage.Share()[1] > 0 ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.7, 0.3], counts);
    }

    /// <summary>Weights e_j (a_j + 1/n) with n = 4: .4·(.2+.25) = .18, .8·.25 = .2, .1·(.3+.25) = .055, not tied.</summary>
    [Fact]
    public void Heirs_are_the_tied_agents_in_proportion_to_experience_and_authority()
    {
        var stage = new PolicyStage(new Distributed(), 4, new ListedTies((0, 1), (0, 2), (2, 3))).WithAuthority(0.5, 0.2, 0, 0.3)
            .WithExperience(0.9, 0.4, 0.8, 0.1);
        stage.Leave(0);
        Shares.AssertEqual([0, 0.2 + (0.5 * 0.18 / 0.38), 0.5 * 0.2 / 0.38, 0.3], stage.Succeed());
        Assert.Equal(0, stage.VacantAuthority);
    }

    [Fact]
    public void Nothing_stays_vacant_by_rounding_however_many_heirs_there_are()
    {
        for (var seats = 3; seats <= 60; seats++)
        {
            var stage = new PolicyStage(new Distributed(), seats, new CompleteNetwork(), seed: (ulong)seats);
            stage.Leave(0);
            stage.Succeed();
            Assert.Equal(0, stage.VacantAuthority);
        }
    }

    [Fact]
    public void Without_heirs_the_most_experienced_anywhere_takes_all()
    {
        var stage = new PolicyStage(new Distributed(), 4, new ListedTies((0, 1), (2, 3))).WithAuthority(0.5, 0.5, 0, 0).WithExperience(0.9, 0.9, 0.4, 0.6);
        stage.Leave(0);
        stage.Leave(1);
        Shares.AssertEqual([0, 0, 0, 1], stage.Succeed());
    }

    [Fact]
    public void The_first_seat_can_be_given_too()
    {
        var stage = new PolicyStage(new Distributed(), 2, new CompleteNetwork()).WithAuthority(0, 1).WithSharing(1);
        Shares.AssertEqual([0.1, 0.9], stage.Share());
        stage.Leave(1);
        Shares.AssertEqual([1, 0], stage.Succeed());
    }

    // 1 and 2 are tied to the leaver and split by experience, .4 to .2; 3 has more of it and is not tied.
    [Fact]
    public void Heirs_need_no_authority_of_their_own()
    {
        var stage = new PolicyStage(new Distributed(), 4, new ListedTies((0, 1), (0, 2))).WithAuthority(1, 0, 0, 0).WithExperience(0.9, 0.4, 0.2, 0.8);
        stage.Leave(0);
        Shares.AssertEqual([0, 2 / 3.0, 1 / 3.0, 0], stage.Succeed());
    }

    [Fact]
    public void Tied_agents_without_any_experience_are_no_heirs()
    {
        var stage = new PolicyStage(new Distributed(), 4, new ListedTies((1, 2))).WithAuthority(0, 1, 0, 0).WithExperience(0.8, 0.9, 0, 0.3);
        stage.Leave(1);
        Shares.AssertEqual([1, 0, 0, 0], stage.Succeed());
        Assert.Equal(0, stage.VacantAuthority);
    }
}
