using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.State;

/// <summary>Everything that a run changes. Kept by an engine from run to run, so that a run allocates only its outcome.</summary>
internal sealed class RunState
{
    private readonly TieBuilder _builder = new();

    public Scenario Scenario { get; private set; } = new();

    public int Tick { get; set; }

    public RunStreams Streams { get; } = new();

    public Organization Organization { get; } = new();

    public TieNetwork Ties { get; } = new();

    public TieChoice TieChoice { get; } = new();

    public LearningProgram Program { get; } = new();

    public DecisionQueues Queues { get; } = new();

    public AttemptsLeft Attempts { get; } = new();

    public AuthorityIndex AuthorityIndex { get; } = new();

    public LeadershipCore Core { get; } = new();

    public TransferBuffer Transfers { get; } = new();

    public PolicyMemory PolicyMemory { get; } = new();

    public NeedCourse Need { get; } = new();

    public InteractionRecord Interactions { get; } = new();

    public LeadershipCourse Leadership { get; } = new();

    public ChannelState Channels { get; } = new();

    public DecisionTally Tally { get; } = new();

    public CodeVote CodeVote { get; } = new();

    public Scratch Scratch { get; } = new();

    public GiniIndex Gini { get; } = new();

    /// <summary>Reality as bits: set where it is +1.</summary>
    public ulong Reality { get; set; }

    /// <summary>Dimensions on which the code is +1.</summary>
    public ulong CodePositive { get; set; }

    /// <summary>Dimensions on which the code is −1.</summary>
    public ulong CodeNegative { get; set; }

    public int Departures { get; set; }

    /// <summary>Departures that shocks have forced.</summary>
    public int ShockDepartures { get; set; }

    /// <summary>Shocks that have found nobody to remove.</summary>
    public int IdleShocks { get; set; }

    public int VacancyTicks { get; set; }

    public double SumEffectiveHolders { get; set; }

    public BernoulliMask Flips;
    public BernoulliMask Socializations;

    public void Reset(Scenario scenario, RunSeed seed)
    {
        Scenario = scenario;
        Tick = 0;
        Streams.Reset(seed);
        Organization.Reset(scenario.Organization, scenario.Network.Data);
        _builder.Reset(Organization.Seats, Organization.Sites);
        scenario.Network.Lay(_builder, ref Streams.Network);
        Ties.Build(_builder, scenario.Trust.Baseline);
        TieChoice.Reset(Ties.MaxDegree);
        Queues.Reset(Organization.Seats, scenario.Decisions.PatienceTicks);
        Attempts.Reset(Organization.Seats);
        AuthorityIndex.Reset(Organization);
        Transfers.Reset(Organization.Seats, Organization.Authority);
        PolicyMemory.Reset(Organization.Seats);
        Tally.Reset(Organization.Seats);
        Interactions.Reset(scenario.Ledger.Networks, Organization.Seats);
        Channels.Reset(scenario.Channels, Organization.Sites);
        Scratch.Reset(Organization.Seats);
        Need.Reset(scenario.Need, scenario.HorizonTicks, ref Streams.Demand);
        Program.Reset(scenario.Founding.Vitality);
        (CodePositive, CodeNegative) = (0, 0);
        (Departures, ShockDepartures, IdleShocks) = (0, 0, 0);
        (VacancyTicks, SumEffectiveHolders) = (0, 0);
        Flips = new(scenario.Turbulence.FlipProbability, ref Streams.Turbulence);
        Socializations = new(scenario.Learning.Socialization, ref Streams.Learning);
    }

    public OrganizationView View() => new(this);
}
