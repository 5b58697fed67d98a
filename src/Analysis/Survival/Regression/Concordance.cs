namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>
/// How well estimated risks order the events: the share of comparable pairs in which the subject with the earlier event has the
/// higher risk, C = (concordant + tied/2)/(concordant + discordant + tied).
/// </summary>
/// <remarks>Harrell et al. (1982), https://doi.org/10.1001/jama.1982.03320430047030; the standard error is the infinitesimal jackknife's, as in R.</remarks>
/// <param name="Estimate">C; 0.5 is chance.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Concordant">Pairs ordered as predicted.</param>
/// <param name="Discordant">Pairs ordered the other way.</param>
/// <param name="TiedRisks">Comparable pairs with equal risks.</param>
public sealed record Concordance(double Estimate, double StandardError, long Concordant, long Discordant, long TiedRisks)
{
    /// <summary>Compares all pairs of rows within strata.</summary>
    internal static Concordance? Of(RiskSets sets, double[] coefficients)
    {
        var pairs = new Pairs[sets.Rows.Count];
        var total = new Pairs(0, 0, 0);
        for (var stratum = 0; stratum < sets.Strata.Count; stratum++)
        {
            var counter = new PairCounter(sets, sets.RowsOf(stratum), coefficients);
            foreach (var row in sets.RowsOf(stratum))
            {
                var later = counter.LaterThan(row);
                total += later;
                pairs[row] = later;
            }

            foreach (var (row, earlier) in counter.EarlierThanEach())
            {
                pairs[row] += earlier;
            }
        }

        if (total.All == 0)
        {
            return null;
        }

        var somers = (double)(total.Concordant - total.Discordant) / total.All;
        var influences = pairs.Select((p, row) => (
            Cluster: sets.Rows[row].Cluster ?? Invariant($"{row}"),
            Influence: (p.Concordant - p.Discordant - (somers * p.All)) / (2 * (double)total.All)));
        var variance = influences.GroupBy(p => p.Cluster, p => p.Influence).Sum(g => Math.Pow(g.Sum(), 2));
        return new((somers + 1) / 2, Math.Sqrt(variance), total.Concordant, total.Discordant, total.Tied);
    }

    /// <summary>Numbers of comparable pairs.</summary>
    internal readonly record struct Pairs(long Concordant, long Discordant, long Tied)
    {
        public long All => Concordant + Discordant + Tied;

        public static Pairs operator +(Pairs a, Pairs b) => new(a.Concordant + b.Concordant, a.Discordant + b.Discordant, a.Tied + b.Tied);

        public static Pairs operator -(Pairs a, Pairs b) => new(a.Concordant - b.Concordant, a.Discordant - b.Discordant, a.Tied - b.Tied);
    }
}
