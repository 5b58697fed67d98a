using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation;

/// <summary>Draws a tie to an occupied seat.</summary>
internal static class TieDraw
{
    // Nearly all seats are occupied nearly always: trial and error beats counting, which is the way out when it fails.
    private const int Trials = 8;

    /// <summary>A directed tie from the seat to a random tied agent, −1 when no tied seat is occupied.</summary>
    public static int Occupied(Organization organization, TieNetwork ties, int seat, ref RandomStream random)
    {
        var (start, end) = (ties.Start(seat), ties.End(seat));
        if (start == end)
        {
            return -1;
        }

        for (var trial = 0; trial < Trials; trial++)
        {
            var tie = start + random.NextIndex(end - start);
            if (organization.IsOccupied(ties.NeighbourAt(tie)))
            {
                return tie;
            }
        }

        return AmongOccupied(organization, ties, start, end, ref random);
    }

    private static int AmongOccupied(Organization organization, TieNetwork ties, int start, int end, ref RandomStream random)
    {
        var occupied = 0;
        for (var tie = start; tie < end; tie++)
        {
            occupied += organization.IsOccupied(ties.NeighbourAt(tie)) ? 1 : 0;
        }

        if (occupied == 0)
        {
            return -1;
        }

        var left = random.NextIndex(occupied);
        for (var tie = start; ; tie++)
        {
            if (organization.IsOccupied(ties.NeighbourAt(tie)) && left-- == 0)
            {
                return tie;
            }
        }
    }
}
