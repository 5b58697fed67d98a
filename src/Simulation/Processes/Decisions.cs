using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Parameters;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Processes;

/// <summary>
/// Phase 7. Agents in random order work off their queues, oldest first, alone or with the word of another holder, which costs that
/// holder capacity of its own; they learn from what comes of it, and trust moves.
/// </summary>
public sealed record Decisions : ITickProcess
{
    /// <summary>Capacity c.</summary>
    [Parameter("Attempts an agent of experience 1/2 can make; capacity is c·(0.5 + experience)", Symbol = "c", Unit = "attempts per tick", Max = 1000)]
    public double Capacity { get; init; } = 4;

    /// <summary>Interdependence ι.</summary>
    [Parameter("Probability that a decision needs another holder's word", Symbol = "ι", Unit = "probability")]
    public double Interdependence { get; init; } = 0.5;

    /// <summary>Price of a consultation.</summary>
    [Parameter("Probability that giving its word costs the consulted one attempt of its own capacity in that tick, without which it cannot be consulted (0: free)", Unit = "probability")]
    public double ConsultationCost { get; init; } = 1;

    /// <summary>Quality without experience q0.</summary>
    [Parameter("Probability that the right action succeeds without any experience", Symbol = "q0", Unit = "probability")]
    public double BaseQuality { get; init; } = 0.5;

    /// <summary>Experience gain η.</summary>
    [Parameter("Share of the gap to full experience closed by deciding; half of it by being consulted", Symbol = "η", Unit = "share")]
    public double ExperienceGain { get; init; } = 0.02;

    /// <summary>Belief step probability φ.</summary>
    [Parameter("Probability of learning one step: the consulted from a success, the decider from a failure", Symbol = "φ", Unit = "probability")]
    public double BeliefStepProbability { get; init; } = 0.2;

    /// <summary>Patience W.</summary>
    [Parameter("Ticks a decision can wait before it fails", Symbol = "W", Unit = "tick", Min = 1, Max = 64)]
    [FixedAtFounding("queues are laid out by it")]
    public int PatienceTicks { get; init; } = 4;

    void ITickProcess.TakeEffect(RunState run) => run.Organization.ExperienceGain = ExperienceGain;

    void ITickProcess.Step(RunState run)
    {
        var busy = run.Queues.Busy.Mutable;
        ref var random = ref run.Streams.Decisions;
        NoteLoad(run, busy);
        run.Attempts.OpenTick();
        for (var last = busy.Length - 1; last > 0; last--)
        {
            var other = random.NextIndex(last + 1);
            (busy[last], busy[other]) = (busy[other], busy[last]);
        }

        foreach (var seat in busy)
        {
            WorkOff(run, seat, ref random);
        }

        run.Tally.Fail(run.Queues.GrowOlder());
    }

    private double CapacityOf(Organization organization, int seat) => Capacity * (0.5 + organization.Experience[seat]);

    private void NoteLoad(RunState run, ReadOnlySpan<int> busy)
    {
        run.Ledger.Work.OpenTick(run.Queues, busy);
        foreach (var seat in busy)
        {
            var load = run.Queues.Open(seat);
            run.Overload[seat] = load > 0 ? Math.Max(0, 1 - (CapacityOf(run.Organization, seat) / load)) : 0;
        }
    }

    // No decision is attempted twice in a tick: an agent that gets no word or channel turns to the next.
    private void WorkOff(RunState run, int seat, ref RandomStream random)
    {
        if (run.Queues.Open(seat) == 0)
        {
            return;
        }

        ref var attempts = ref AttemptsOf(run, seat, ref random);
        for (var age = PatienceTicks - 1; age >= 0; age--)
        {
            for (var waiting = run.Queues.OpenAt(seat, age); waiting > 0 && attempts > 0; waiting--)
            {
                attempts--;
                var partner = Interdependence > 0 && random.NextBernoulli(Interdependence) && run.AuthorityIndex.Held > 0
                    ? run.AuthorityIndex.HolderAt(random.NextUniform())
                    : seat;
                if (partner == seat || GivesItsWord(run, seat, partner, ref random))
                {
                    run.Queues.Close(seat, age);
                    Decide(run, seat, partner, ref random);
                }
            }
        }
    }

    private ref int AttemptsOf(RunState run, int seat, ref RandomStream random)
    {
        ref var attempts = ref run.Attempts.Of(seat);
        if (attempts < 0)
        {
            var capacity = CapacityOf(run.Organization, seat);
            attempts = (int)capacity;
            attempts += random.NextBernoulli(capacity - attempts) ? 1 : 0;
        }

        return ref attempts;
    }

    private bool GivesItsWord(RunState run, int seat, int partner, ref RandomStream random)
    {
        var organization = run.Organization;
        if (!random.NextBernoulli(run.Channels.Between(organization.Site[seat], organization.Site[partner])))
        {
            return false;
        }

        if (ConsultationCost <= 0 || !random.NextBernoulli(ConsultationCost))
        {
            return true;
        }

        ref var attempts = ref AttemptsOf(run, partner, ref random);
        return attempts > 0 && attempts-- > 0;
    }

    private void Decide(RunState run, int seat, int partner, ref RandomStream random)
    {
        var organization = run.Organization;
        var experience = organization.Experience;
        var dimension = 1UL << random.NextIndex(organization.BeliefDimensions);
        var action = ActsPositively(organization, seat, dimension, ref random);
        var quality = experience[seat];
        var tie = -1;
        if (partner != seat)
        {
            tie = run.Ties.Find(seat, partner);
            run.Ledger.Work.Consult(seat, partner);
            run.Interactions.Consult(seat, partner);
            quality = Math.Max(quality, experience[partner]);
            var advice = ActsPositively(organization, partner, dimension, ref random);
            if (advice != action && random.NextBernoulli(WeightOfAdvice(run, seat, partner, tie)))
            {
                action = advice;
            }
        }

        var right = action == ((run.Reality & dimension) != 0);
        var success = right && random.NextBernoulli(BaseQuality + ((1 - BaseQuality) * quality));
        run.Tally.Resolve(seat, success);
        Learn(run, seat, partner, dimension, success, ref random);
        AdjustTrust(run, seat, partner, tie, success, ref random);
    }

    private static bool ActsPositively(Organization organization, int seat, ulong dimension, ref RandomStream random)
    {
        var positive = (organization.Positive[seat] & dimension) != 0;
        var believes = positive || (organization.Negative[seat] & dimension) != 0;
        return believes ? positive : random.NextBernoulli(0.5);
    }

    private static double WeightOfAdvice(RunState run, int seat, int partner, int tie)
    {
        var experience = run.Organization.Experience;
        var advice = (tie < 0 ? run.Ties.Floor : run.Ties.TrustAt(tie)) * experience[partner];
        return advice > 0 ? advice / (experience[seat] + advice) : 0;
    }

    private void Learn(RunState run, int seat, int partner, ulong dimension, bool success, ref RandomStream random)
    {
        var organization = run.Organization;
        var experience = organization.Experience;
        experience[seat] += ExperienceGain * (1 - experience[seat]);
        if (partner != seat)
        {
            experience[partner] += 0.5 * ExperienceGain * (1 - experience[partner]);
        }

        if (!success && random.NextBernoulli(BeliefStepProbability))
        {
            Beliefs.StepTowards(organization, seat, dimension, run.Reality & dimension, ~run.Reality & dimension);
        }
        else if (success && partner != seat && random.NextBernoulli(BeliefStepProbability))
        {
            Beliefs.StepTowards(organization, partner, dimension, organization.Positive[seat] & dimension, organization.Negative[seat] & dimension);
        }
    }

    // Between decider and consulted both ways; without one, of a random tied observer in the decider.
    private static void AdjustTrust(RunState run, int seat, int partner, int tie, bool success, ref RandomStream random)
    {
        var ties = run.Ties;
        tie = partner != seat ? tie : DrawOccupied.TieOf(run.Organization.Present, ties, seat, ref random);
        if (tie < 0)
        {
            return;
        }

        Move(ties, ties.ReverseOf(tie), ties.Step, success);
        if (partner != seat)
        {
            Move(ties, tie, ties.Step, success);
        }
    }

    private static void Move(TieNetwork ties, int tie, double step, bool success)
    {
        var trust = ties.TrustAt(tie);
        ties.SetTrust(tie, success ? trust + (step * (1 - trust)) : trust - (step * trust));
    }
}
