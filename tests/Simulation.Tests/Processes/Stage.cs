using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Policies;
using LeadershipSim.Simulation.Processes;
using LeadershipSim.Simulation.Randomness;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Tests.Processes;

/// <summary>
/// A founded program of a few agents whose state the test sets, and of which one phase at a time takes a step. Everybody is tied to
/// everybody; nothing happens that the scenario does not ask for.
/// </summary>
internal sealed class Stage
{
    public const int Trials = 40_000;

    private readonly Scenario _scenario;
    private readonly ITickProcess[] _phases;

    public Stage(Scenario scenario, ulong seed = 1)
    {
        _scenario = scenario with { Policy = new LaissezFaire { LeakRate = 0 } };
        _phases = TickSchedule.Found(Run, _scenario, new RunSeed(seed, 0), new Observation(null));
        Run.Tick = 1;
        Run.AuthorityIndex.Update(Agents);
    }

    public RunState Run { get; } = new();

    public Organization Agents => Run.Organization;

    /// <summary>A scenario of so many seats in which everybody is tied to everybody and believes in one dimension.</summary>
    public static Scenario Of(int seats, int sites = 1) => new()
    {
        Organization = new() { Seats = seats, Sites = sites, BeliefDimensions = 1 },
        Network = new CompleteNetwork(),
        Channels = new() { Local = 1, Remote = 1 },
        Turnover = new() { HazardPerTick = 0 },
        Turbulence = new() { FlipProbability = 0 },
        Viability = new() { Rule = ViabilityRule.None },
    };

    public Stage WithAuthority(params double[] shares)
    {
        Agents.Endow(shares);
        Run.AuthorityIndex.Update(Agents);
        return this;
    }

    public Stage WithExperience(params double[] experience)
    {
        experience.CopyTo(Agents.Experience.AsSpan());
        return this;
    }

    public Stage WithStrain(params double[] strain)
    {
        strain.CopyTo(Agents.Strain.AsSpan());
        return this;
    }

    /// <summary>Reality on the first dimensions, +1 or −1 each.</summary>
    public Stage WithReality(params int[] reality)
    {
        Run.Reality = Bits(reality, 1);
        return this;
    }

    /// <summary>The code on the first dimensions, −1, 0 or +1 each.</summary>
    public Stage WithCode(params int[] code)
    {
        (Run.CodePositive, Run.CodeNegative) = (Bits(code, 1), Bits(code, -1));
        return this;
    }

    /// <summary>A seat's beliefs on the first dimensions, −1, 0 or +1 each.</summary>
    public Stage WithBeliefs(int seat, params int[] beliefs)
    {
        (Agents.Positive[seat], Agents.Negative[seat]) = (Bits(beliefs, 1), Bits(beliefs, -1));
        return this;
    }

    public Stage WithTrust(int from, int to, double trust)
    {
        Run.Ties.SetTrust(Run.Ties.Find(from, to), trust);
        return this;
    }

    public Stage WithQueue(int seat, int decisions)
    {
        for (var k = Run.Queues.Open(seat); k < decisions; k++)
        {
            Run.Queues.Add(seat);
        }

        return this;
    }

    public int Belief(int seat, int dimension = 0) => Sign(Agents.Positive[seat], Agents.Negative[seat], dimension);

    public int Code(int dimension = 0) => Sign(Run.CodePositive, Run.CodeNegative, dimension);

    public double Trust(int from, int to) => Run.Ties.TrustBetween(from, to);

    /// <summary>One step of the phase of a type.</summary>
    public Stage Step<TPhase>()
        where TPhase : ITickProcess
    {
        _phases.OfType<TPhase>().Single().Step(Run);
        return this;
    }

    private static ulong Bits(int[] values, int sign)
    {
        var bits = 0UL;
        for (var k = 0; k < values.Length; k++)
        {
            bits |= values[k] == sign ? 1UL << k : 0;
        }

        return bits;
    }

    private static int Sign(ulong positive, ulong negative, int dimension) => (int)((positive >> dimension) & 1) - (int)((negative >> dimension) & 1);
}
