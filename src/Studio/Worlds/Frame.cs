using LeadershipSim.Simulation.State;

namespace LeadershipSim.Studio.Worlds;

/// <summary>
/// The seats after a tick as single-precision numbers, quantity by quantity: enough to draw them, at a third of the memory of what the
/// engine holds.
/// </summary>
internal static class Frame
{
    /// <summary>Authority a_i.</summary>
    public const int Authority = 0;

    /// <summary>Power x_i.</summary>
    public const int Power = 1;

    /// <summary>Strain s_i.</summary>
    public const int Strain = 2;

    /// <summary>Experience e_i.</summary>
    public const int Experience = 3;

    /// <summary>Open decisions.</summary>
    public const int Open = 4;

    /// <summary>How many agents have left the seat; −1 minus that while it is empty.</summary>
    public const int Generation = 5;

    /// <summary>Authority that is vacant at the seat.</summary>
    public const int Vacant = 6;

    /// <summary>Number of quantities.</summary>
    public const int Quantities = 7;

    /// <summary>The seats as they are.</summary>
    public static float[] Of(in TickView view)
    {
        var organization = view.Organization;
        var seats = organization.Seats;
        var frame = new float[Quantities * seats];
        for (var seat = 0; seat < seats; seat++)
        {
            frame[(Authority * seats) + seat] = (float)organization.Authority[seat];
            frame[(Power * seats) + seat] = (float)organization.Power[seat];
            frame[(Strain * seats) + seat] = (float)organization.Strain[seat];
            frame[(Experience * seats) + seat] = (float)organization.Experience[seat];
            frame[(Open * seats) + seat] = view.Responsibility(seat);
            frame[(Generation * seats) + seat] = organization.IsOccupied(seat) ? organization.Generation[seat] : -1 - organization.Generation[seat];
            frame[(Vacant * seats) + seat] = (float)organization.Vacant[seat];
        }

        return frame;
    }
}
