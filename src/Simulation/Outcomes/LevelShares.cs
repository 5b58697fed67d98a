using LeadershipSim.Simulation.Networks;
using LeadershipSim.Simulation.State;

namespace LeadershipSim.Simulation.Outcomes;

/// <summary>
/// Where in the organization a quantity is, as shares of its total. All are 0 where there is nothing to share, NaN where it has not been recorded.
/// </summary>
/// <param name="Director">Share of level 0.</param>
/// <param name="Coordinators">Share of level 1.</param>
/// <param name="Members">Share of level 2.</param>
/// <param name="LevelEntropy">Shannon entropy over levels in nats: 0 one level has all, ln 3 all have the same.</param>
/// <param name="LargestSite">Largest share of a site.</param>
/// <param name="SiteEntropy">Shannon entropy over sites in nats: 0 one site has all, ln of the number of sites all have the same.</param>
public readonly record struct LevelShares(double Director, double Coordinators, double Members, double LevelEntropy, double LargestSite, double SiteEntropy)
{
    // Sites that most organizations have no more of: their sums need no array.
    private const int FewSites = 128;

    /// <summary>Where a quantity is that each seat has some of, in any unit; empty: it has not been recorded.</summary>
    internal static LevelShares Of(RunState run, ReadOnlySpan<double> quantity)
    {
        if (quantity.IsEmpty)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var organization = run.Organization;
        Span<double> levels = stackalloc double[SeatPlan.Levels];
        var sites = organization.Sites <= FewSites ? stackalloc double[FewSites] : new double[organization.Sites];
        levels.Clear();
        sites.Clear();
        var total = 0.0;
        for (var seat = 0; seat < organization.Seats; seat++)
        {
            levels[organization.Level[seat]] += quantity[seat];
            sites[organization.Site[seat]] += quantity[seat];
            total += quantity[seat];
        }

        return total <= 0
            ? default
            : new(levels[0] / total, levels[1] / total, levels[2] / total, Entropy(levels, total), Largest(sites) / total, Entropy(sites, total));
    }

    private static double Largest(ReadOnlySpan<double> parts)
    {
        var largest = 0.0;
        foreach (var part in parts)
        {
            largest = Math.Max(largest, part);
        }

        return largest;
    }

    private static double Entropy(ReadOnlySpan<double> parts, double total)
    {
        var entropy = 0.0;
        foreach (var part in parts)
        {
            entropy -= part > 0 ? part / total * Math.Log(part / total) : 0;
        }

        return Math.Max(0, entropy);
    }
}
