using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Outcomes;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Policies;

namespace LeadershipSim.Simulation.Tests.Outcomes;

/// <summary>What the words of the question are measured by, each computed by hand on four seats at two sites.</summary>
public sealed class MeasuredTests
{
    private static PolicyStage Four() => new PolicyStage(new LaissezFaire(), 4, new CompleteNetwork(), sites: 2).WithAuthority(0.5, 0.3, 0.2, 0);

    [Fact]
    public void Office_and_acts_lie_apart_by_half_the_sum_of_differences()
    {
        var stage = Four();
        double[] power = [0.1, 0.3, 0.2, 0.4];
        power.CopyTo(stage.Organization.Power.AsSpan());

        // ½ (.4 + 0 + 0 + .4)
        Assert.Equal(0.4, LeadershipGaps.FormalToEnacted(stage.Run), 1e-12);
    }

    [Fact]
    public void Office_and_burden_are_compared_as_shares()
    {
        var stage = Four();
        Assert.Null(LeadershipGaps.AuthorityToResponsibility(stage.Run));
        stage.Run.Ledger.Work.Carry(1, 6);
        stage.Run.Ledger.Work.Carry(3, 2);

        // Shares 0, .75, 0, .25: ½ (.5 + .45 + .2 + .25)
        Assert.Equal(0.7, LeadershipGaps.AuthorityToResponsibility(stage.Run)!.Value, 1e-12);
    }

    [Fact]
    public void Process_and_outcome_lie_apart_where_those_who_decide_do_not_succeed()
    {
        var stage = Four();
        var (run, memory) = (stage.Run, 26.0);
        Assert.Null(LeadershipGaps.PowerToSuccess(run));
        foreach (var (seat, success) in (ReadOnlySpan<(int, bool)>)[(0, true), (1, false), (1, false), (1, true)])
        {
            run.Tally.Resolve(seat, success);
        }

        run.Ledger.Work.Succeed(run.Tally);
        (stage.Organization.Power[0], stage.Organization.Power[1]) = (0.25 / memory, 0.75 / memory);

        // Decisions ¼ and ¾, successes ½ and ½, both weighed by 1/26: ½ (.25 + .25) / 26.
        Assert.Equal(0.25 / memory, LeadershipGaps.PowerToSuccess(run)!.Value, 1e-12);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 1, 0 }, 0.0)]
    [InlineData(new[] { 0, 1, 2, 1 }, 1.0)]
    [InlineData(new[] { 0, 1, 1, 2 }, 0.5)]
    public void Roles_are_distinct_where_those_who_give_their_word_do_not_ask_for_one(int[] consultations, double distinctness)
    {
        var stage = Four();
        Assert.Null(LeadershipGaps.RoleDistinctness(stage.Run));
        for (var k = 0; k < consultations.Length; k += 2)
        {
            stage.Run.Ledger.Work.Consult(consultations[k], consultations[k + 1]);
        }

        // Given minus asked of 0, 1, 2: (0, 0), (−1, 2, −1), (−1, 0, 1); over 4 words given and asked.
        Assert.Equal(distinctness, LeadershipGaps.RoleDistinctness(stage.Run)!.Value, 1e-12);
    }

    // Seats 0 to 3: levels 0, 1, 1, 2; sites 0, 1, 0, 1.
    [Fact]
    public void Authority_is_found_by_level_and_site()
    {
        var at = LevelShares.Of(Four().Run, [0.5, 0.3, 0.2, 0]);
        Assert.Equal((0.5, 0.5, 0.0), (at.Director, at.Coordinators, at.Members));
        Assert.Equal(Math.Log(2), at.LevelEntropy, 1e-12);
        Assert.Equal(-(0.7 * Math.Log(0.7)) - (0.3 * Math.Log(0.3)), at.SiteEntropy, 1e-12);
        Assert.Equal(0.7, at.LargestSite, 1e-12);
        Assert.Equal(default, LevelShares.Of(Four().Run, [0, 0, 0, 0]));
    }

    [Fact]
    public void A_quantity_of_agents_is_averaged_over_agents_and_by_authority()
    {
        var stage = Four();
        stage.Leave(3);
        var average = AgentAverage.Of(stage.Run, [0.9, 0.6, 0.3, 0]);
        Assert.Equal(0.6, average.Mean, 1e-12);

        // .5·.9 + .3·.6 + .2·.3 = .69; Σ_{i<j} |x_i − x_j| / (n Σ x) = 1.2 / (3·1.8).
        Assert.Equal(0.69, average.ByAuthority, 1e-12);
        Assert.Equal(1.2 / 5.4, average.Gini, 1e-12);
    }

    [Fact]
    public void Trust_in_an_agent_is_the_mean_over_the_agents_tied_to_it()
    {
        var stage = Four().WithTrust(1, 0, 0.9).WithTrust(2, 0, 0.6);
        stage.Leave(3);
        var trust = new double[4];
        TrustInAgents.Fill(stage.Run, trust);

        // Seats 1 and 2 trust 0 by .9 and .6; among others the baseline of .3 holds.
        Shares.AssertEqual([0.75, 0.3, 0.3, 0], trust);
        Assert.Equal(1.35 / 3, TrustInAgents.Mean(stage.Run, byAuthority: false), 1e-12);
        Assert.Equal((0.5 * 0.75) + (0.5 * 0.3), TrustInAgents.Mean(stage.Run, byAuthority: true), 1e-12);
    }

    [Fact]
    public void Sums_fade_by_one_over_the_memory_a_tick_and_start_from_nothing_with_a_newcomer()
    {
        var sums = new FadingSums();
        sums.Reset(2);
        sums.Add(0, 1);
        sums.Add(1, 3);
        sums.Fade(0.75);
        sums.Add(0, 1);
        Assert.Equal(1.75, sums[0], 1e-12);
        Assert.Equal(2.25, sums[1], 1e-12);
        sums.Clear(1);
        Assert.Equal(0, sums[1]);

        // A memory of one tick forgets at once; a long run does not underflow.
        sums.Fade(0);
        sums.Add(1, 5);
        for (var tick = 0; tick < 100_000; tick++)
        {
            sums.Fade(0.75);
            sums.Add(0, 0.25);
        }

        Assert.Equal(1, sums[0], 1e-12);
        Assert.Equal(0, sums[1], 1e-12);
    }

    [Fact]
    public void Links_of_consultation_are_reciprocal_where_both_have_asked()
    {
        var record = new InteractionRecord();
        record.Reset(isOn: true, seats: 4);
        Assert.Null(record.ConsultationReciprocity());
        record.Consult(0, 1);
        record.Consult(1, 0);
        record.Consult(2, 1);
        record.Consult(2, 1);

        // Two of the links 0→1, 1→0, 2→1.
        Assert.Equal(2.0 / 3, record.ConsultationReciprocity()!.Value, 1e-12);
    }
}
