namespace LeadershipSim.Simulation.Networks;

/// <summary>Where seats are: sites round robin, seat 0 the director's, then one coordinator per site, then members.</summary>
public static class SeatPlan
{
    /// <summary>Seat of the director.</summary>
    public const int DirectorSeat = 0;

    /// <summary>Level of the director.</summary>
    public const int DirectorLevel = 0;

    /// <summary>Level of coordinators.</summary>
    public const int CoordinatorLevel = 1;

    /// <summary>Level of members.</summary>
    public const int MemberLevel = 2;

    /// <summary>Number of levels.</summary>
    public const int Levels = 3;

    /// <summary>Site of a seat.</summary>
    public static int SiteOf(int seat, int sites) => seat % sites;

    /// <summary>Level of a seat.</summary>
    public static int LevelOf(int seat, int sites) => seat == 0 ? DirectorLevel : seat <= sites ? CoordinatorLevel : MemberLevel;

    /// <summary>Seat of the coordinator of the seat's site, −1 when the organization is too small to have one.</summary>
    public static int CoordinatorOf(int seat, int seats, int sites)
    {
        var site = SiteOf(seat, sites);
        var coordinator = site == 0 ? sites : site;
        return coordinator < seats ? coordinator : -1;
    }
}
