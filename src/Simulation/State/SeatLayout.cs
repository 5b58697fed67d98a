using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.State;

/// <summary>What belongs to seats whoever occupies them. Sites and levels are mostly the same from run to run, and then left as they are.</summary>
internal sealed class SeatLayout
{
    private (int Seats, int Sites, OrganizationData? Data)? _laidOut;

    public int[] Site { get; private set; } = [];

    public int[] Level { get; private set; } = [];

    /// <summary>Whether the seat's first agent is one of the founders.</summary>
    public bool[] FoundersSeat { get; private set; } = [];

    /// <summary>Whether whoever takes a seat learns slowly.</summary>
    public bool[] LearnsSlowly { get; private set; } = [];

    /// <summary>Number of seats at each site.</summary>
    public int[] SeatsAtSite { get; private set; } = [];

    /// <summary>The real organization it was laid out from; null when the model made it.</summary>
    public OrganizationData? Data => _laidOut?.Data;

    public void LayOut(OrganizationSize size, OrganizationData? data)
    {
        if (_laidOut == (size.Seats, size.Sites, data))
        {
            return;
        }

        _laidOut = (size.Seats, size.Sites, data);
        SeatsAtSite = new int[size.Sites];
        if (Site.Length < size.Seats)
        {
            (Site, Level) = (new int[size.Seats], new int[size.Seats]);
            (FoundersSeat, LearnsSlowly) = (new bool[size.Seats], new bool[size.Seats]);
        }

        for (var seat = 0; seat < size.Seats; seat++)
        {
            Site[seat] = data is null ? SeatPlan.SiteOf(seat, size.Sites) : data.Site[seat];
            Level[seat] = data is null ? SeatPlan.LevelOf(seat, size.Sites) : data.Level[seat];
            SeatsAtSite[Site[seat]]++;
        }
    }
}
