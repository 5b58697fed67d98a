namespace LeadershipSim.Simulation.State;

/// <summary>How leadership moves in the course of a run: away from the founding core, and from one largest holder to the next.</summary>
internal sealed class LeadershipCourse
{
    private int[] _founders = [];
    private double _foundingShare;
    private long _leader;

    /// <summary>Tick at which the founding core first held half or less of its founding authority; 0: not yet.</summary>
    public int HalfLifeTick { get; private set; }

    /// <summary>How often another agent came to be the largest holder of authority.</summary>
    public int LeaderChanges { get; private set; }

    public void Reset(Organization organization, LeadershipCore core)
    {
        _founders = core.Members.Items.ToArray();
        _foundingShare = HeldByFounders(organization);
        (HalfLifeTick, LeaderChanges, _leader) = (0, 0, 0);
        _leader = LargestHolder(organization);
    }

    public void Observe(Organization organization, int tick)
    {
        if (HalfLifeTick == 0 && HeldByFounders(organization) <= _foundingShare / 2)
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

    // The founders are the first generation of their seats.
    private double HeldByFounders(Organization organization)
    {
        var held = 0.0;
        foreach (var seat in _founders)
        {
            held += organization.Generation[seat] == 0 ? organization.Authority[seat] : 0;
        }

        return held;
    }

    // Seat and generation of the agent; whoever led stays the leader among equals. 0: nobody holds any.
    private long LargestHolder(Organization organization)
    {
        var authority = organization.Authority.AsSpan(0, organization.Seats);
        var (top, most) = (-1, 0.0);
        for (var seat = 0; seat < authority.Length; seat++)
        {
            if (authority[seat] > most)
            {
                (top, most) = (seat, authority[seat]);
            }
        }

        var present = (int)(uint)_leader - 1;
        if (present >= 0 && AgentAt(organization, present) == _leader && authority[present] == most)
        {
            return _leader;
        }

        return top < 0 ? 0 : AgentAt(organization, top);
    }

    private static long AgentAt(Organization organization, int seat) => ((long)organization.Generation[seat] << 32) | (uint)(seat + 1);
}
