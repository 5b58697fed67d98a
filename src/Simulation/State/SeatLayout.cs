using LeadershipSim.Simulation.Networks;

namespace LeadershipSim.Simulation.State;

/// <summary>Sites and levels of seats. Mostly the same from run to run, and then left as it is.</summary>
internal sealed class SeatLayout
{
    private (int Seats, int Sites, OrganizationData? Data)? _laidOut;

    public int[] Site { get; private set; } = [];

    public int[] Level { get; private set; } = [];

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
        }

        for (var seat = 0; seat < size.Seats; seat++)
        {
            Site[seat] = data is null ? SeatPlan.SiteOf(seat, size.Sites) : data.Site[seat];
            Level[seat] = data is null ? SeatPlan.LevelOf(seat, size.Sites) : data.Level[seat];
            SeatsAtSite[Site[seat]]++;
        }
    }
}
