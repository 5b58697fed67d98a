using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>How much an agent is trusted: the mean of w_ji over the agents j tied to it; 0 where there are none, and on empty seats.</summary>
internal static class TrustInAgents
{
    public static void Fill(RunState run, Span<double> trust)
    {
        for (var seat = 0; seat < trust.Length; seat++)
        {
            trust[seat] = run.Organization.IsOccupied(seat) ? In(run, seat) : 0;
        }
    }

    private static double In(RunState run, int seat)
    {
        var ties = run.Ties;
        var (sum, tied) = (0.0, 0);
        for (var tie = ties.Start(seat); tie < ties.End(seat); tie++)
        {
            if (run.Organization.IsOccupied(ties.NeighbourAt(tie)))
            {
                sum += ties.TrustAt(ties.ReverseOf(tie));
                tied++;
            }
        }

        return tied == 0 ? 0 : sum / tied;
    }

    /// <summary>Mean over agents, without room for all.</summary>
    public static double Mean(RunState run, bool byAuthority)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            var weight = !run.Organization.IsOccupied(seat) ? 0 : byAuthority ? run.Organization.Authority[seat] : 1;
            sum += weight > 0 ? weight * In(run, seat) : 0;
            weights += weight;
        }

        return weights > 0 ? sum / weights : 0;
    }
}
