using LeadershipSim.Analysis.Inference;
using LeadershipSim.Analysis.Paired;

namespace LeadershipSim.Analysis.Outliving;

/// <summary>
/// Two standardized means compared over the clusters they share. More than a thousand clusters are resampled in blocks: clusters are
/// independent, so blocks are, and the work stays bounded.
/// </summary>
internal static class ClusterContrast
{
    private const int MostUnits = 1000;

    /// <summary>First minus second, with bootstrap intervals.</summary>
    /// <param name="first">Totals of the first.</param>
    /// <param name="second">Totals of the second.</param>
    /// <param name="settings">How to resample.</param>
    public static PairedDifference Of(ClusterTotals first, ClusterTotals second, BootstrapSettings settings)
    {
        int[] clusters = [.. first.Values.Keys.Union(second.Values.Keys).Order()];
        if (clusters.Length > MostUnits)
        {
            var blocks = clusters.Select((cluster, i) => (Cluster: cluster, Block: (int)((long)i * MostUnits / clusters.Length)))
                .ToDictionary(x => x.Cluster, x => x.Block);
            (first, second, clusters) = (first.InBlocks(blocks), second.InBlocks(blocks), [.. Enumerable.Range(0, MostUnits)]);
        }

        return PairedBootstrap.Of(clusters.Length, first.Statistic(clusters), second.Statistic(clusters), settings);
    }
}
