namespace LeadershipSim.Analysis.Survival;

/// <summary>
/// How much each cluster of subjects moves a Kaplan–Meier curve: the infinitesimal jackknife by cluster, as in R's survfit(cluster = ).
/// At a time with d events among n at risk, a cluster with d_c among its n_c moves ln S by −(d_c − n_c d/n)/(n − d).
/// </summary>
/// <remarks>
/// Variances are sums of squares over clusters; with every subject a cluster of its own they are Greenwood's. With few clusters they are
/// too small, and 0 with one: use the larger of both.
/// Therneau and Grambsch (2000), https://doi.org/10.1007/978-1-4757-3294-8, chapter 7.
/// </remarks>
internal sealed class ClusterInfluence
{
    private readonly Lifetime[][] _clusters;
    private readonly IReadOnlyList<RiskRow> _table;

    private ClusterInfluence(Lifetime[][] clusters, IReadOnlyList<RiskRow> table) => (_clusters, _table) = (clusters, table);

    /// <summary>The influence of clusters; null when every subject is by itself.</summary>
    /// <param name="observations">The observations; those without cluster are by themselves.</param>
    /// <param name="table">Their risk table.</param>
    public static ClusterInfluence? Of(IReadOnlyCollection<Lifetime> observations, IReadOnlyList<RiskRow> table)
    {
        Lifetime[][] clusters =
        [
            .. observations.Where(o => o.Cluster is not null).GroupBy(o => o.Cluster).Select(g => g.ToArray()),
            .. observations.Where(o => o.Cluster is null).Select(o => new[] { o }),
        ];
        return clusters.Length == observations.Count ? null : new(clusters, table);
    }

    /// <summary>Standard error of ln S at every row; meaningless once S is 0.</summary>
    public double[] ErrorsOfLog()
    {
        var squares = new double[_table.Count];
        foreach (var cluster in _clusters)
        {
            var influence = 0.0;
            for (var row = 0; row < squares.Length; row++)
            {
                influence += Step(cluster, _table[row]);
                squares[row] += influence * influence;
            }
        }

        return [.. squares.Select(Math.Sqrt)];
    }

    /// <summary>Standard error of a restricted mean.</summary>
    /// <param name="areas">∫ S from each row's time to τ; 0 from τ on.</param>
    public double ErrorOfMean(IReadOnlyList<double> areas) => Math.Sqrt(_clusters.Sum(cluster =>
    {
        var influence = 0.0;
        for (var row = 0; row < areas.Count; row++)
        {
            influence += areas[row] * Step(cluster, _table[row]);
        }

        return influence * influence;
    }));

    // What the cluster adds to its influence on ln S at one time.
    private static double Step(Lifetime[] cluster, in RiskRow row)
    {
        if (row.Events == 0 || row.Events == row.AtRisk)
        {
            return 0;
        }

        var (atRisk, events) = (0, 0);
        foreach (var member in cluster)
        {
            atRisk += member.IsAtRisk(row.Time) ? 1 : 0;
            events += member.Event && member.Time == row.Time ? 1 : 0;
        }

        return -(events - (atRisk * (double)row.Events / row.AtRisk)) / (row.AtRisk - row.Events);
    }
}
