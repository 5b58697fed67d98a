using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>Where in the organization a quantity is, as shares of its total. All are 0 where there is nothing to share.</summary>
/// <param name="Director">Share of level 0.</param>
/// <param name="Coordinators">Share of level 1.</param>
/// <param name="Members">Share of level 2.</param>
/// <param name="LevelEntropy">Shannon entropy over levels in nats: 0 one level has all, ln 3 all have the same.</param>
/// <param name="SiteEntropy">Shannon entropy over sites in nats: 0 one site has all, ln of the number of sites all have the same.</param>
public readonly record struct LevelShares(double Director, double Coordinators, double Members, double LevelEntropy, double SiteEntropy)
{
    internal static LevelShares Of(RunState run, ReadOnlySpan<double> quantity)
    {
        var organization = run.Organization;
        var (levels, sites) = (new double[SeatPlan.Levels], new double[organization.Sites]);
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            levels[organization.Level[seat]] += quantity[seat];
            sites[organization.Site[seat]] += quantity[seat];
        }

        var total = levels.Sum();
        return total <= 0 ? default : new(levels[0] / total, levels[1] / total, levels[2] / total, Entropy(levels, total), Entropy(sites, total));
    }

    private static double Entropy(double[] parts, double total) =>
        Math.Max(0, -parts.Where(part => part > 0).Sum(part => part / total * Math.Log(part / total)));
}
