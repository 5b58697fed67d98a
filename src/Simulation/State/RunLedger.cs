using LeadershipSim.Simulation.Measures;
using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// What is added up in the course of a run for its outcome, read from the state in the last phase of every tick: how leadership moves away
/// from the founding core and from one largest holder to the next, and how it is spread and vacant. Changes no bit of a run.
/// </summary>
internal sealed class RunLedger
{
    private int[] _coreSeats = [];
    private double _foundingShare;
    private long _leader;
    private int _version;
    private double _effectiveHolders;

    /// <summary>Tick at which the founding core first held half or less of its founding authority; 0: not yet.</summary>
    public int HalfLifeTick { get; private set; }

    /// <summary>How often another agent came to be the largest holder of authority.</summary>
    public int LeaderChanges { get; private set; }

    /// <summary>Ticks at which some authority was vacant when decisions arose: what was vacant then is still so at the end of the tick.</summary>
    public int VacancyTicks { get; private set; }

    /// <summary>Sum over ticks of the effective number of holders.</summary>
    public double SumEffectiveHolders { get; private set; }

    /// <summary>How the founders fade.</summary>
    public FoundersCourse Founders { get; } = new();

    /// <summary>Who has recently carried, done and talked over the work.</summary>
    public WorkRecord Work { get; } = new();

    /// <summary>Departures that shocks have forced.</summary>
    public int ShockDepartures { get; private set; }

    /// <summary>Shocks that have found nobody to remove.</summary>
    public int IdleShocks { get; private set; }

    /// <summary>Before the founding.</summary>
    public void Open(int seats, LedgerOptions options)
    {
        Founders.Reset(seats);
        Work.Reset(seats, options.Work);
        (HalfLifeTick, LeaderChanges, _leader) = (0, 0, 0);
        (VacancyTicks, SumEffectiveHolders, ShockDepartures, IdleShocks) = (0, 0, 0, 0);
        _version = -1;
    }

    /// <summary>The program has been founded.</summary>
    public void Start(RunState run)
    {
        var organization = run.Organization;
        _coreSeats = run.Core.Members.Items.ToArray();
        _foundingShare = HeldByCore(organization);
        _leader = LargestHolder(organization);
        Founders.Observe(organization, run.Tick);
    }

    /// <summary>An agent leaves; before its seat is vacated.</summary>
    public void NoteDeparture(RunState run, int seat)
    {
        Work.Leave(seat);
        if (run.Organization.Generation[seat] == 0)
        {
            Founders.Leave(seat, run.Tick, seat == SeatPlan.DirectorSeat);
        }
    }

    /// <summary>A shock has removed so many.</summary>
    public void NoteShock(int removed)
    {
        ShockDepartures += removed;
        IdleShocks += removed == 0 ? 1 : 0;
    }

    public void Observe(RunState run)
    {
        var (organization, tick) = (run.Organization, run.Tick);
        Founders.Observe(organization, tick);
        VacancyTicks += organization.VacantAuthority > 0 ? 1 : 0;
        if (_version != organization.AuthorityVersion)
        {
            _version = organization.AuthorityVersion;
            ObserveAuthority(organization, tick);
        }

        SumEffectiveHolders += _effectiveHolders;
    }

    // While nobody gains or loses authority, all of this stays as it is.
    private void ObserveAuthority(Organization organization, int tick)
    {
        _effectiveHolders = HeldShares.EffectiveNumber(organization.Authority.AsSpan(0, organization.Seats));
        if (HalfLifeTick == 0 && HeldByCore(organization) <= _foundingShare / 2)
        {
            HalfLifeTick = tick;
        }

        // A tick without any holder is a vacancy, not a change of leaders.
        var leader = LargestHolder(organization);
        if (leader != 0 && leader != _leader)
        {
            LeaderChanges++;
            _leader = leader;
        }
    }

    private double HeldByCore(Organization organization)
    {
        var held = 0.0;
        foreach (var seat in _coreSeats)
        {
            held += organization.IsFirstAgent(seat) ? organization.Authority[seat] : 0;
        }

        return held;
    }

    // Seat and generation of the agent; whoever led stays the leader among equals. 0: nobody holds any.
    private long LargestHolder(Organization organization)
    {
        var authority = organization.Authority.AsSpan(0, organization.Seats);
        var top = HeldShares.Largest(authority);
        if (top < 0)
        {
            return 0;
        }

        var present = (int)(uint)_leader - 1;
        var stillLeads = present >= 0 && AgentAt(organization, present) == _leader && authority[present] == authority[top];
        return stillLeads ? _leader : AgentAt(organization, top);
    }

    private static long AgentAt(Organization organization, int seat) => ((long)organization.Generation[seat] << 32) | (uint)(seat + 1);
}
