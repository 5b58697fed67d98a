using LeadershipSim.Simulation.Authority;
using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.State;

/// <summary>Everything that a run changes. Kept by an engine from run to run, so that a run allocates only its outcome.</summary>
internal sealed class RunState
{
    private readonly TieBuilder _builder = new();

    public int Tick { get; set; }

    public int HorizonTicks { get; private set; }

    public RunStreams Streams { get; } = new();

    public Organization Organization { get; } = new();

    public TieNetwork Ties { get; } = new();

    public DrawByMerit Merit { get; } = new();

    public LearningProgram Program { get; } = new();

    public DecisionQueues Queues { get; } = new();

    public AttemptsLeft Attempts { get; } = new();

    public AuthorityIndex AuthorityIndex { get; } = new();

    public LeadershipCore Core { get; } = new();

    public TransferBuffer Transfers { get; } = new();

    public PolicyMemory PolicyMemory { get; } = new();

    public NeedCourse Need { get; } = new();

    public InteractionRecord Interactions { get; } = new();

    public RunLedger Ledger { get; } = new();

    public ChannelState Channels { get; } = new();

    public DecisionTally Tally { get; } = new();

    public CodeVote CodeVote { get; } = new();

    /// <summary>Overload of every agent in this tick: max(0, 1 − capacity/load).</summary>
    public double[] Overload { get; private set; } = [];

    /// <summary>Room for one seat number each.</summary>
    public int[] Chosen { get; private set; } = [];

    public GiniIndex Gini { get; } = new();

    /// <summary>Reality as bits: set where it is +1.</summary>
    public ulong Reality { get; set; }

    /// <summary>Dimensions on which the code is +1.</summary>
    public ulong CodePositive { get; set; }

    /// <summary>Dimensions on which the code is −1.</summary>
    public ulong CodeNegative { get; set; }

    /// <summary>How many rules of hiring have been in force so far.</summary>
    public int HiringRules { get; set; }

    /// <summary>Changes of the scenario that have been made, by their numbers in it, in order.</summary>
    public List<int> ChangesMade { get; } = [];

    public BernoulliMask Flips;
    public BernoulliMask Socializations;
    public BernoulliMask SlowSocializations;

    public void Reset(RunFrame frame, RunSeed seed)
    {
        (Tick, HorizonTicks, HiringRules) = (0, frame.HorizonTicks, 0);
        ChangesMade.Clear();
        Streams.Reset(seed);
        Organization.Reset(frame.Size, frame.Network.Data);
        _builder.Reset(Organization.Seats, Organization.Sites);
        frame.Network.Lay(_builder, ref Streams.Network);
        Ties.Build(_builder, frame.Trust);
        Merit.Reset(Ties.MaxDegree);
        Queues.Reset(Organization.Seats, frame.PatienceTicks);
        Attempts.Reset(Organization.Seats);
        AuthorityIndex.Reset(Organization);
        Transfers.Reset(Organization.Seats, Organization.Authority);
        PolicyMemory.Reset(Organization.Seats);
        Tally.Reset(Organization.Seats);
        Interactions.Reset(frame.Ledger.Networks, Organization.Seats);
        Channels.Reset(frame.Channels, Organization.Sites);
        Need.Reset(frame.Need, frame.HorizonTicks, ref Streams.Demand);
        Ledger.Open(Organization.Seats, frame.Ledger);
        (CodePositive, CodeNegative) = (0, 0);
        if (Overload.Length < Organization.Seats)
        {
            (Overload, Chosen) = (new double[Organization.Seats], new int[Organization.Seats]);
        }

        Array.Clear(Overload);
    }

    public OrganizationView View() => new(this);
}
