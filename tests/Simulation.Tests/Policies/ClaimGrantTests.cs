using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Policies;

public sealed class ClaimGrantTests
{
    // Two agents, one dyad a tick; only the first can claim and only the second has something to give.
    private static PolicyStage Pair(ulong seed) =>
        new(new ClaimGrant { DyadsPerTick = 1 }, 2, new ListedTies((0, 1)), seed: seed);

    private static void Pose(PolicyStage stage)
    {
        stage.WithAuthority(0, 1).WithExperience(0.6, 0).WithSharing(0.8).WithTrust(1, 0, 0.6);
        (stage.LeaderIdentity[0], stage.LeaderIdentity[1]) = (0.4, 0);
        (stage.FollowerIdentity[0], stage.FollowerIdentity[1]) = (0.5, 0.4);
    }

    /// <summary>
    /// The first comes first in half of the dyads, claims with probability (.4 + .6)/2 = .5, and is granted with .8·(.4 + .6)/2 = .4.
    /// </summary>
    [Fact]
    public void Claims_and_grants_come_with_their_probabilities_and_move_identities()
    {
        var counts = new long[3];
        var stage = Pair(30);
        for (var draw = 0; draw < 20_000; draw++)
        {
            Pose(stage);
            var authority = stage.Share();
            var (leader, follower) = (stage.LeaderIdentity[0], stage.FollowerIdentity[1]);
            var outcome = authority[0] > 0 ? 0 : leader < 0.4 ? 1 : 2;
            counts[outcome]++;
            Shares.AssertEqual(outcome == 0 ? [0.1, 0.9] : [0, 1], authority);

            // Granted: L = .4 + .1·.6, F = .4 + .1·.6. Refused: L = .4 − .15·.4.
            Shares.AssertEqual(outcome switch { 0 => [0.46, 0.46], 1 => [0.34, 0.4], _ => [0.4, 0.4] }, [leader, follower]);
            Shares.AssertEqual([0, 0.5], [stage.LeaderIdentity[1], stage.FollowerIdentity[0]]);
        }

        GoodnessOfFit.AssertProportions([0.1, 0.15, 0.75], counts);
    }

    [Fact]
    public void Dyads_act_one_after_another()
    {
        // Everybody claims and grants with certainty: every dyad moves a tenth of what the grantor holds at that moment.
        var stage = new PolicyStage(new ClaimGrant { DyadsPerTick = 3 }, 2, new ListedTies((0, 1)), seed: 31)
            .WithAuthority(1, 0).WithExperience(1, 1).WithSharing(1).WithTrust(0, 1, 1).WithTrust(1, 0, 1);
        stage.LeaderIdentity[..2].Fill(1);
        stage.FollowerIdentity[..2].Fill(1);
        var reachable = new List<double> { 1 };
        for (var dyad = 0; dyad < 3; dyad++)
        {
            reachable = [.. reachable.SelectMany(a => new[] { a - (0.1 * a), a + (0.1 * (1 - a)) })];
        }

        var first = stage.Share()[0];
        Assert.Contains(reachable, a => Math.Abs(a - first) < 1e-12);
    }

    [Fact]
    public void A_refusal_cannot_make_an_identity_negative()
    {
        var stage = new PolicyStage(new ClaimGrant { IdentityStep = 1 }, 2, new ListedTies((0, 1)), seed: 32).WithExperience(1, 1).WithSharing(0);
        stage.LeaderIdentity[..2].Fill(1);
        for (var tick = 0; tick < 20; tick++)
        {
            stage.Share();
        }

        Shares.AssertEqual([0, 0], stage.LeaderIdentity[..2].ToArray());
    }

    [Fact]
    public void Vacant_authority_is_offered_from_the_next_tick_until_somebody_claims_it()
    {
        var stage = new PolicyStage(new ClaimGrant(), 4, new CompleteNetwork(), seed: 33).WithAuthority(0, 1, 0, 0).WithExperience(1, 1, 1, 1);
        stage.LeaderIdentity[..4].Fill(1);
        stage.Leave(1);
        Assert.Equal(0, stage.Succeed().Sum());
        stage.Tick++;
        Assert.Single(stage.Succeed(), share => share == 1);
        Assert.Equal(0, stage.VacantAuthority);
    }

    [Fact]
    public void Nobody_who_would_claim_leaves_authority_vacant()
    {
        var stage = new PolicyStage(new ClaimGrant(), 3, new CompleteNetwork(), seed: 34).WithAuthority(0, 1, 0).WithExperience(0, 0, 0);
        stage.LeaderIdentity[..3].Clear();
        stage.Leave(1);
        stage.Tick++;
        Assert.Equal(0, stage.Succeed().Sum());
        Assert.Equal(1, stage.VacantAuthority);
    }

    [Fact]
    public void Where_nobody_is_tied_the_most_experienced_takes_vacant_authority()
    {
        var stage = new PolicyStage(new ClaimGrant(), 3, new ListedTies(), seed: 35).WithAuthority(0, 1, 0).WithExperience(0.1, 0.9, 0.2);
        stage.Leave(1);
        stage.Tick++;
        Shares.AssertEqual([0, 0, 1], stage.Succeed());
    }

    // A claim with (.5 + .5)/2 = .5 in the one dyad of a tick; two would make it .75.
    [Fact]
    public void Vacant_authority_is_offered_in_no_more_dyads_than_a_tick_has()
    {
        var counts = new long[2];
        for (var seed = 0UL; seed < 2_000; seed++)
        {
            var stage = new PolicyStage(new ClaimGrant { DyadsPerTick = 1 }, 3, new CompleteNetwork(), seed: seed).WithAuthority(0, 1, 0);
            stage.WithExperience(0.5, 0, 0.5).Leave(1);
            stage.Tick++;
            counts[stage.Succeed().Sum() > 0 ? 1 : 0]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], counts);
    }

    /// <summary>One dyad a tick: the tick in which a vacancy was offered has none left between agents, the next one has.</summary>
    [Fact]
    public void Dyads_that_a_vacancy_has_taken_are_not_left_for_agents()
    {
        var stage = new PolicyStage(new ClaimGrant { DyadsPerTick = 1 }, 3, new CompleteNetwork(), seed: 37).WithAuthority(0.5, 0.25, 0.25);
        stage.Leave(0);
        stage.LeaderIdentity[..3].Clear();
        stage.WithExperience(0, 0, 0).Tick++;
        stage.Succeed();
        stage.WithExperience(0, 1, 1).WithSharing(1).WithTrust(1, 2, 1).WithTrust(2, 1, 1);
        stage.LeaderIdentity[..3].Fill(1);
        stage.FollowerIdentity[..3].Fill(1);
        Shares.AssertEqual([0, 0.25, 0.25], stage.Share());
        Assert.Equal(0.275, stage.Share().Max(), 1e-12);

        // What is vacant is no part of what agents grant.
        Assert.Equal(0.5, stage.VacantAuthority);
    }

    [Fact]
    public void Where_nobody_is_tied_the_most_experienced_may_sit_in_the_first_seat()
    {
        var stage = new PolicyStage(new ClaimGrant(), 3, new ListedTies()).WithAuthority(0, 1, 0).WithExperience(0.3, 0.9, 0.2);
        stage.LeaderIdentity[0] = 0.4;
        stage.Leave(1);
        stage.Tick++;
        Shares.AssertEqual([1, 0, 0], stage.Succeed());

        // Whoever takes authority up sees itself more as a leader: .4 + .1·.6.
        Assert.Equal(0.46, stage.LeaderIdentity[0], 1e-12);
    }

    [Fact]
    public void Authority_flows_between_the_two_of_a_dyad_and_from_nobody_who_has_none()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var stage = new PolicyStage(new ClaimGrant { DyadsPerTick = 2 }, 6, new CompleteNetwork(), seed: seed).WithFlows();
            stage.WithAuthority(0.5, 0.5, 0, 0, 0, 0).WithExperience(1, 1, 1, 1, 1, 1).WithSharing(1);
            stage.LeaderIdentity[..6].Fill(1);
            stage.FollowerIdentity[..6].Fill(1);
            var moved = stage.Share().Count(share => share is not (0 or 0.5));
            Assert.InRange(stage.Flows, moved > 0 ? 1 : 0, Math.Min(2, moved));
        }
    }

    [Fact]
    public void Among_equals_nobody_gains_or_loses_on_average()
    {
        const int Seats = 6, Ticks = 50, Runs = 2_000;
        var at = new MeanAuthority(Seats, Ticks);
        RunAll(Quiet.Equals(Seats, new ClaimGrant(), Ticks, directorShare: 1.0 / Seats), at, Runs);
        for (var seat = 0; seat < Seats; seat++)
        {
            Assert.InRange(at.StandardErrorsFrom(1.0 / Seats, seat, Runs), -4.3, 4.3);
        }
    }

    /// <summary>
    /// With fixed identities a dyad gives i, on average, ε p (a_j − a_i) of each of its n−1 ties, drawn with 1/(n(n−1)) in each direction:
    /// E[a_i − 1/n] shrinks by 1 − ε p/(n−1) a dyad, with p = ½(L + e)·½(F + w) = .6·.4.
    /// </summary>
    [Fact]
    public void Unequal_shares_approach_each_other_at_the_rate_of_the_dyads()
    {
        const int Seats = 4, Ticks = 20, Dyads = 4, Runs = 2_000;
        var at = new MeanAuthority(Seats, Ticks);
        RunAll(Quiet.Equals(Seats, new ClaimGrant { IdentityStep = 0, DyadsPerTick = Dyads }, Ticks), at, Runs);
        var director = 0.25 + (0.75 * Math.Pow(1 - (0.1 * 0.24 / (Seats - 1)), Ticks * Dyads));
        for (var seat = 0; seat < Seats; seat++)
        {
            Assert.InRange(at.StandardErrorsFrom(seat == 0 ? director : (1 - director) / 3, seat, Runs), -4.3, 4.3);
        }
    }

    private static void RunAll(Scenario scenario, MeanAuthority observer, int runs)
    {
        var engine = new TickEngine();
        for (var run = 0; run < runs; run++)
        {
            engine.Run(scenario, new RunSeed(36, (ulong)run), observer);
        }
    }
}
