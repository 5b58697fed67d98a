using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;
using LeadershipSim.Simulation.Tests.Randomness;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>How often decisions are attempted, and what a word costs: two agents, and queues that the test fills.</summary>
public sealed class DecisionsTests
{
    private const int Ticks = 4_000;

    /// <summary>
    /// Every decision needs the other's word and no channel works: each of 3 decisions is attempted once a tick, which leaves 5 of 8
    /// attempts. Were it attempted until capacity is used up, none would be left.
    /// </summary>
    [Fact]
    public void A_decision_is_attempted_at_most_once_a_tick()
    {
        var decisions = new Decisions { Capacity = 8, Interdependence = 1 };
        var run = Run(decisions, local: 0);
        Ask(run, seat: 0, decisions: 3);
        Step(run, decisions);
        Assert.Equal((3, 0), (run.Queues.Open(0), run.Tally.Resolved));
        Assert.Equal(5, run.Attempts.Of(0));
    }

    /// <summary>The other holds all authority, so it is the partner; each word costs one of its 8 attempts: 8 of 12 decisions are made.</summary>
    [Theory]
    [InlineData(1, 8)]
    [InlineData(0, 12)]
    public void A_word_costs_the_consulted_an_attempt_and_fails_when_none_is_left(double cost, int resolved)
    {
        var decisions = new Decisions { Capacity = 8, Interdependence = 1, ConsultationCost = cost };
        var run = Run(decisions, local: 1);
        run.Organization.Experience[0] = 1;
        Ask(run, seat: 0, decisions: 12);
        Step(run, decisions);
        Assert.Equal((resolved, 12 - resolved), (run.Tally.Resolved, run.Queues.Open(0)));
    }

    /// <summary>Each of 4 words costs one attempt with probability .25: on average 1 of the consulted's 8.</summary>
    [Fact]
    public void A_word_costs_an_attempt_with_the_probability_of_its_cost()
    {
        var decisions = new Decisions { Capacity = 8, Interdependence = 1, ConsultationCost = 0.25, ExperienceGain = 0 };
        var run = Run(decisions, local: 1);
        run.Organization.Experience[0] = 1;
        var spent = 0;
        for (var tick = 0; tick < Ticks; tick++)
        {
            Ask(run, seat: 0, decisions: 4);
            Step(run, decisions);
            Assert.Equal(0, run.Queues.Open(0));
            spent += run.Attempts.Of(1) < 0 ? 0 : 8 - run.Attempts.Of(1);
        }

        // 4 words a tick, variance 4·.25·.75 = .75.
        var error = Math.Sqrt(0.75 / Ticks);
        Assert.InRange((double)spent / Ticks, 1 - (4.5 * error), 1 + (4.5 * error));
    }

    /// <summary>Capacity 2.5 is drawn once: who spends none of it on its own work can give its word 2 or 3 times, half of the ticks each.</summary>
    [Fact]
    public void Capacity_is_drawn_once_a_tick_also_for_who_is_only_consulted()
    {
        var decisions = new Decisions { Capacity = 2.5, Interdependence = 1, ExperienceGain = 0 };
        var run = Run(decisions, local: 1);
        run.Organization.Experience[0] = 1;
        var counts = new long[2];
        for (var tick = 0; tick < Ticks; tick++)
        {
            _ = run.Queues.Drop(0);
            run.Tally.CloseTick();
            Ask(run, seat: 0, decisions: 3);
            Step(run, decisions);
            counts[run.Tally.Resolved - 2]++;
        }

        GoodnessOfFit.AssertProportions([0.5, 0.5], counts);
    }

    private static RunState Run(Decisions decisions, double local)
    {
        var scenario = new Scenario
        {
            Organization = new() { Seats = 2, Sites = 1 },
            Network = new CompleteNetwork(),
            Channels = new() { Local = local },
            Decisions = decisions,
        };
        var run = new RunState();
        TickSchedule.Found(run, scenario, new RunSeed(7, 0), new Observation(null));
        run.Organization.Endow([0, 1]);
        run.Organization.Experience.AsSpan(0, 2).Fill(0.5);
        run.AuthorityIndex.Update(run.Organization);
        return run;
    }

    private static void Ask(RunState run, int seat, int decisions)
    {
        for (; decisions > 0; decisions--)
        {
            run.Queues.Add(seat);
        }
    }

    private static void Step(RunState run, ITickProcess decisions) => decisions.Step(run);
}
