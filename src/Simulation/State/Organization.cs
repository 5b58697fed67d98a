using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// The state of seats and their occupants, one array per quantity: phases read one or two quantities of all agents, so each has
/// its own array. Only this class moves authority, so that held and vacant authority always sum to 1.
/// </summary>
internal sealed partial class Organization
{
    /// <summary>Mark of what has not been drawn yet.</summary>
    public const int NotDrawn = -1;

    public int Seats { get; private set; }

    public int Sites { get; private set; }

    public int OccupiedSeats { get; private set; }

    /// <summary>Σ of vacant authority over the seats where it fell vacant.</summary>
    public double VacantAuthority { get; private set; }

    /// <summary>Number of belief dimensions m.</summary>
    public int BeliefDimensions { get; private set; }

    /// <summary>Experience gained by a decision: share of the gap to 1.</summary>
    public double ExperienceGain { get; set; }

    /// <summary>What the organization's file says; null without a file.</summary>
    public OrganizationData? Data => _layout.Data;

    /// <summary>All belief dimensions as bits.</summary>
    public ulong Dimensions { get; private set; }

    /// <summary>Agents who have left so far.</summary>
    public int Departures { get; private set; }

    /// <summary>Counts the changes of authority: what is derived from it knows when it is stale.</summary>
    public int AuthorityVersion { get; private set; }

    /// <summary>Occupied seats of each level.</summary>
    public int[] OccupiedAtLevel { get; } = new int[SeatPlan.Levels];

    // Seats
    public int[] Site => _layout.Site;
    public int[] Level => _layout.Level;
    public bool[] LearnsSlowly => _layout.LearnsSlowly;
    public bool[] FoundersSeat => _layout.FoundersSeat;

    /// <summary>Number of seats at each site.</summary>
    public int[] SeatsAtSite => _layout.SeatsAtSite;

    // Occupants; Present is Dimensions where a seat is occupied, else 0.
    public ulong[] Present { get; private set; } = [];
    public int[] Generation { get; private set; } = [];
    public ulong[] Positive { get; private set; } = [];
    public ulong[] Negative { get; private set; } = [];
    public double[] Authority { get; private set; } = [];
    public double[] Power { get; private set; } = [];
    public double[] Experience { get; private set; } = [];
    public double[] Strain { get; private set; } = [];
    public double[] Sharing { get; private set; } = [];
    public double[] LeaderIdentity { get; private set; } = [];
    public double[] FollowerIdentity { get; private set; } = [];
    public int[] HireTick { get; private set; } = [];

    /// <summary>Hazard an agent can still accumulate before it leaves; +∞ on vacant seats.</summary>
    public double[] Fate { get; private set; } = [];

    /// <summary>How hazards follow from strain.</summary>
    public HazardRule HazardRule { get; set; }

    /// <summary>Hazard per tick, but for the core's ratio.</summary>
    public double[] Hazard { get; private set; } = [];

    // Vacancies
    public double[] Vacant { get; private set; } = [];
    public int[] VacantSince { get; private set; } = [];

    /// <summary>Ticks of recruiting until an empty seat is filled; negative: not yet drawn.</summary>
    public int[] RecruitingTicks { get; private set; } = [];

    /// <summary>Seats with vacant authority, in the order in which it fell vacant.</summary>
    public SeatList Vacancies { get; } = new();

    /// <summary>Seats without an occupant.</summary>
    public SeatList EmptySeats { get; } = new();

    private readonly SeatLayout _layout = new();

    public bool IsOccupied(int seat) => Present[seat] != 0;

    /// <summary>Whether the agent of the founding still occupies a seat.</summary>
    public bool IsFirstAgent(int seat) => IsOccupied(seat) && Generation[seat] == 0;

    /// <summary>Whether a founder still holds the seat.</summary>
    public bool IsFounder(int seat) => FoundersSeat[seat] && IsFirstAgent(seat);

    public void Reset(OrganizationSize size, OrganizationData? data)
    {
        if (size.Seats > Authority.Length)
        {
            Allocate(size.Seats);
        }

        _layout.LayOut(size, data);
        (Seats, Sites) = (size.Seats, size.Sites);
        BeliefDimensions = size.BeliefDimensions;
        Dimensions = ulong.MaxValue >> (64 - size.BeliefDimensions);
        (OccupiedSeats, Departures) = (0, 0);
        Array.Clear(OccupiedAtLevel);
        VacantAuthority = 0;
        AuthorityVersion++;
        Vacancies.Reset(Seats);
        EmptySeats.Reset(Seats);
        foreach (var quantity in (ReadOnlySpan<double[]>)[Authority, Power, Strain, Vacant])
        {
            Array.Clear(quantity, 0, Seats);
        }

        Array.Clear(Generation, 0, Seats);
        Array.Clear(VacantSince, 0, Seats);
    }

    /// <summary>An agent takes a seat, with neither authority, power nor strain.</summary>
    public void Seat(int seat, int tick, double fate)
    {
        Present[seat] = Dimensions;
        Strain[seat] = 0;
        Power[seat] = 0;
        LeaderIdentity[seat] = 0.5;
        FollowerIdentity[seat] = 0.5;
        HireTick[seat] = tick;
        OccupiedSeats++;
        OccupiedAtLevel[Level[seat]]++;
        Hazard[seat] = HazardRule.At(0);
        Fate[seat] = fate;
    }

    /// <summary>An agent leaves; its authority becomes vacant at its seat.</summary>
    public void Vacate(int seat, int tick)
    {
        Release(seat, Authority[seat], tick);
        Authority[seat] = 0;
        Power[seat] = 0;
        Strain[seat] = 0;
        Experience[seat] = 0;
        Hazard[seat] = 0;
        Fate[seat] = double.PositiveInfinity;
        Present[seat] = 0;
        Positive[seat] = 0;
        Negative[seat] = 0;
        Generation[seat]++;
        RecruitingTicks[seat] = NotDrawn;
        EmptySeats.Add(seat);
        OccupiedSeats--;
        OccupiedAtLevel[Level[seat]]--;
        Departures++;
    }

    private void Allocate(int seats)
    {
        (Generation, HireTick, VacantSince, RecruitingTicks) = (new int[seats], new int[seats], new int[seats], new int[seats]);
        (Present, Positive, Negative) = (new ulong[seats], new ulong[seats], new ulong[seats]);
        (Authority, Power, Experience, Strain) = (new double[seats], new double[seats], new double[seats], new double[seats]);
        (Sharing, LeaderIdentity, FollowerIdentity) = (new double[seats], new double[seats], new double[seats]);
        (Fate, Hazard, Vacant) = (new double[seats], new double[seats], new double[seats]);
    }
}
