using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>Phase 6, sentence by sentence: how many decisions arise, and whom they reach.</summary>
public sealed class DemandTests
{
    /// <summary>λ·n_site·N = .5 · 2 seats · need .4 at each of two sites: a mean and variance of .8 a tick.</summary>
    [Fact]
    public void Decisions_arise_at_every_site_by_seats_rate_and_need()
    {
        var need = new Need { Levels = [new() { Tick = 0, Level = 0.4 }] };
        var stage = new Stage(Stage.Of(4, sites: 2) with { Demand = new() { DecisionsPerSeat = 0.5 }, Need = need }).WithAuthority(1, 0, 0, 0);
        var (sum, squares) = (0.0, 0.0);
        for (var trial = 0; trial < Stage.Trials; trial++)
        {
            stage.Step<Demand>();
            var arisen = stage.Run.Queues.Drop(0);
            (sum, squares) = (sum + arisen, squares + (arisen * arisen));
        }

        var mean = sum / Stage.Trials;
        GoodnessOfFit.AssertMean(0.8, Math.Sqrt(0.8), mean, Stage.Trials);

        // The fourth central moment of a Poisson variable is μ + 3μ², so the variance of its sample variance is (μ + 2μ²)/n.
        GoodnessOfFit.AssertMean(0.8, Math.Sqrt(0.8 + (2 * 0.8 * 0.8)), (squares / Stage.Trials) - (mean * mean), Stage.Trials);
    }

    [Fact]
    public void Nothing_arises_where_there_is_no_need()
    {
        var stage = new Stage(Stage.Of(2) with { Demand = new() { DecisionsPerSeat = 9 }, Need = new() { Levels = [new() { Tick = 0, Level = 0 }] } });
        stage.Step<Demand>();
        Assert.Equal((0, 0), (stage.Run.Queues.Open(0), stage.Run.Tally.Failed));
    }

    /// <summary>Agents hold .5 and .2, .3 is vacant: of all decisions .3 fail, and the others go .5 to .2.</summary>
    [Fact]
    public void Vacant_authority_is_a_vacuum_and_the_rest_goes_by_what_is_held()
    {
        var stage = new Stage(Stage.Of(3) with { Demand = new() { DecisionsPerSeat = 1 } }).WithAuthority(0.5, 0.2, 0.3);
        Departure.Leave(stage.Run, 2);
        GoodnessOfFit.AssertProportions([0.5, 0.2, 0.3], Addressed(stage));
    }

    [Fact]
    public void Every_decision_fails_where_nobody_holds_authority()
    {
        var stage = new Stage(Stage.Of(2) with { Demand = new() { DecisionsPerSeat = 1 } }).WithAuthority(1, 0);
        Departure.Leave(stage.Run, 0);
        var counts = Addressed(stage);
        Assert.Equal((0, 0), (counts[0], counts[1]));
        Assert.True(counts[2] > 0);
    }

    /// <summary>A holder at the decision's own site is reached without a channel, even where no channel works.</summary>
    [Fact]
    public void Within_a_site_every_request_gets_through()
    {
        var stage = new Stage(Stage.Of(1) with { Demand = new() { DecisionsPerSeat = 1 }, Channels = new() { Local = 0, Remote = 0 } });
        stage.Step<Demand>();
        for (var trial = 0; trial < 100; trial++)
        {
            stage.Step<Demand>();
        }

        Assert.Equal(0, stage.Run.Tally.Failed);
        Assert.True(stage.Run.Queues.Open(0) > 0);
    }

    /// <summary>
    /// A seat at each of two sites, a = (.5, .5), ρ_remote = .2, ρ_local = .98. A decision is addressed to the holder at its own site (.5) or, through
    /// the channel, to the other (.5·.2). What did not get through (.4) is addressed again by a·channel, .98 to .2, and once more needs the channel
    /// when it goes to the other site. By symmetry this holds for decisions of either site.
    /// </summary>
    [Fact]
    public void A_lost_request_is_addressed_once_more_by_authority_and_channel()
    {
        var stage = new Stage(Stage.Of(2, sites: 2) with { Demand = new() { DecisionsPerSeat = 1 }, Channels = new() { Local = 0.98, Remote = 0.2 } })
            .WithAuthority(0.5, 0.5);
        var again = 0.5 * 0.8;
        var own = 0.98 / (0.98 + 0.2);
        var failed = again * (1 - own) * 0.8;
        var counts = Addressed(stage);
        GoodnessOfFit.AssertProportions([(1 - failed) / 2, (1 - failed) / 2, failed], counts);
    }

    /// <summary>As above with all authority at one of the two sites: half of the decisions are its own; of the others .2 + .8·.2 get through.</summary>
    [Fact]
    public void A_request_that_is_lost_twice_fails()
    {
        var stage = new Stage(Stage.Of(2, sites: 2) with { Demand = new() { DecisionsPerSeat = 1 }, Channels = new() { Local = 1, Remote = 0.2 } })
            .WithAuthority(1, 0);
        var reached = 0.5 + (0.5 * (0.2 + (0.8 * 0.2)));
        GoodnessOfFit.AssertProportions([reached, 0, 1 - reached], Addressed(stage));
    }

    /// <summary>
    /// Neither channel works: of the decisions of each site half are addressed to the holder there, and for the other half nobody can be reached, not even
    /// the holder at the site, whom a second request would have to find by ρ_local.
    /// </summary>
    [Fact]
    public void Where_no_channel_works_a_lost_request_is_addressed_to_nobody()
    {
        var stage = new Stage(Stage.Of(2, sites: 2) with { Demand = new() { DecisionsPerSeat = 1 }, Channels = new() { Local = 0, Remote = 0 } })
            .WithAuthority(0.5, 0.5);
        GoodnessOfFit.AssertProportions([0.25, 0.25, 0.5], Addressed(stage));
    }

    /// <summary>A site that is cut off reaches nobody, whatever the other site's channels are.</summary>
    [Fact]
    public void An_outage_cuts_a_site_off_while_it_lasts()
    {
        var outage = new Outage { Site = 1, FromTick = 2, ToTick = 3, Remote = 0 };
        var channels = new Channels { Local = 1, Remote = 1, Outages = [outage] };
        var stage = new Stage(Stage.Of(2, sites: 2) with { Demand = new() { DecisionsPerSeat = 50 }, Channels = channels }).WithAuthority(1, 0);
        bool[] fails = [.. Enumerable.Range(1, 4).Select(FailsAt)];
        Assert.Equal([false, true, true, false], fails);

        bool FailsAt(int tick)
        {
            stage.Run.Tick = tick;
            stage.Run.Tally.CloseTick();
            stage.Step<Demand>();
            return stage.Run.Tally.Failed > 0;
        }
    }

    [Fact]
    public void An_outage_of_a_site_that_is_not_there_cuts_nobody_off()
    {
        var channels = new Channels { Local = 1, Remote = 1, Outages = [new() { Site = 2, FromTick = 1, ToTick = 9, Remote = 0 }] };
        var stage = new Stage(Stage.Of(2, sites: 2) with { Demand = new() { DecisionsPerSeat = 50 }, Channels = channels }).WithAuthority(1, 0);
        Assert.Equal(0, stage.Step<Demand>().Run.Tally.Failed);
    }

    // Decisions that reached each of the first seats, and at last those that failed.
    private static long[] Addressed(Stage stage)
    {
        var seats = Math.Min(2, stage.Agents.Seats);
        var counts = new long[seats + 1];
        for (var trial = 0; trial < Stage.Trials / 2; trial++)
        {
            stage.Step<Demand>();
            for (var seat = 0; seat < seats; seat++)
            {
                counts[seat] += stage.Run.Queues.Drop(seat);
            }

            counts[seats] += stage.Run.Tally.Failed;
            stage.Run.Tally.CloseTick();
        }

        return counts;
    }
}
