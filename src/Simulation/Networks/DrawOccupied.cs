using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Simulation.Networks;

/// <summary>Draws a tie to an occupied seat: one whose mark is not 0.</summary>
internal static class DrawOccupied
{
    // Nearly all seats are occupied nearly always: trial and error beats counting, which is the way out when it fails.
    private const int Trials = 8;

    // Counting all ties costs more than counting one seat's.
    private const int PairTrials = 64;

    /// <summary>A directed tie from the seat to a random tied agent, −1 when no tied seat is occupied.</summary>
    public static int TieOf(ReadOnlySpan<ulong> present, TieNetwork ties, int seat, ref RandomStream random)
    {
        var (start, end) = (ties.Start(seat), ties.End(seat));
        if (start == end)
        {
            return -1;
        }

        for (var trial = 0; trial < Trials; trial++)
        {
            var tie = start + random.NextIndex(end - start);
            if (present[ties.NeighbourAt(tie)] != 0)
            {
                return tie;
            }
        }

        return AmongOccupied(present, ties, start, end, ref random);
    }

    /// <summary>A random directed tie of the network between two agents, −1 when no two agents are tied.</summary>
    public static int AnyTie(ReadOnlySpan<ulong> present, TieNetwork ties, ref RandomStream random)
    {
        if (ties.DirectedTies == 0)
        {
            return -1;
        }

        for (var trial = 0; trial < PairTrials; trial++)
        {
            var tie = random.NextIndex(ties.DirectedTies);
            if (JoinsAgents(present, ties, tie))
            {
                return tie;
            }
        }

        return AmongJoined(present, ties, ref random);
    }

    private static bool JoinsAgents(ReadOnlySpan<ulong> present, TieNetwork ties, int tie) =>
        present[ties.NeighbourAt(tie)] != 0 && present[ties.NeighbourAt(ties.ReverseOf(tie))] != 0;

    private static int AmongJoined(ReadOnlySpan<ulong> present, TieNetwork ties, ref RandomStream random)
    {
        var joined = 0;
        for (var tie = 0; tie < ties.DirectedTies; tie++)
        {
            joined += JoinsAgents(present, ties, tie) ? 1 : 0;
        }

        if (joined == 0)
        {
            return -1;
        }

        var left = random.NextIndex(joined);
        for (var tie = 0; ; tie++)
        {
            if (JoinsAgents(present, ties, tie) && left-- == 0)
            {
                return tie;
            }
        }
    }

    private static int AmongOccupied(ReadOnlySpan<ulong> present, TieNetwork ties, int start, int end, ref RandomStream random)
    {
        var occupied = 0;
        for (var tie = start; tie < end; tie++)
        {
            occupied += present[ties.NeighbourAt(tie)] != 0 ? 1 : 0;
        }

        if (occupied == 0)
        {
            return -1;
        }

        var left = random.NextIndex(occupied);
        for (var tie = start; ; tie++)
        {
            if (present[ties.NeighbourAt(tie)] != 0 && left-- == 0)
            {
                return tie;
            }
        }
    }
}
