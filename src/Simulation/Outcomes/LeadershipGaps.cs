using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>How far the sides of leadership lie apart. Distances of shares are ½ Σ_i |u_i − v_i|: 0 the same, 1 nobody has both.</summary>
internal static class LeadershipGaps
{
    /// <summary>Office against acts: ½ Σ |a_i − x_i|, in [0, 1].</summary>
    public static double FormalToEnacted(RunState run) => Distance(run, run.Organization.Authority, run.Organization.Power);

    /// <summary>Office against burden: ½ Σ |a_i − r_i / Σ r|, in [0, 1]; null when no decision has recently been open.</summary>
    public static double? AuthorityToResponsibility(RunState run)
    {
        var responsibility = run.Ledger.Work.Responsibility;
        return Total(run, responsibility) is > 0 and var total ? Distance(run, run.Organization.Authority, responsibility, total) : null;
    }

    /// <summary>Acts against their successes: ½ Σ |x_i − share of successes|, in [0, 1]; null when no decision has succeeded.</summary>
    public static double? PowerToSuccess(RunState run) =>
        Total(run, run.Ledger.Work.Successes) > 0 ? Distance(run, run.Organization.Power, run.Ledger.Work.Successes, 1) : null;

    /// <summary>
    /// Distinctness of roles: Σ |given_i − asked_i| / Σ (given_i + asked_i) over words given and asked for within the memory: 1 leaders and followers
    /// are different people, 0 everybody is both. Null when nobody has been consulted.
    /// </summary>
    public static double? RoleDistinctness(RunState run)
    {
        var (given, asked) = (run.Ledger.Work.Given, run.Ledger.Work.Asked);
        var (apart, together) = (0.0, 0.0);
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            apart += Math.Abs(given[seat] - asked[seat]);
            together += given[seat] + asked[seat];
        }

        return together > 0 ? apart / together : null;
    }

    private static double Distance(RunState run, double[] shares, double[] others)
    {
        var sum = 0.0;
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            sum += Math.Abs(shares[seat] - others[seat]);
        }

        return sum / 2;
    }

    private static double Distance(RunState run, double[] shares, FadingSums others, double total)
    {
        var sum = 0.0;
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            sum += Math.Abs(shares[seat] - (others[seat] / total));
        }

        return sum / 2;
    }

    private static double Total(RunState run, FadingSums sums)
    {
        var total = 0.0;
        for (var seat = 0; seat < run.Organization.Seats; seat++)
        {
            total += sums[seat];
        }

        return total;
    }
}
