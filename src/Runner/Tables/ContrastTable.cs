using LeadershipSim.Analysis.Outliving;
using LeadershipSim.Analysis.Paired;

namespace LeadershipSim.Runner.Tables;

/// <summary>Comparisons replicate by replicate as one table: a row a level and measure.</summary>
internal static class ContrastTable
{
    /// <summary>What the rows are.</summary>
    public const string Method =
        "Differences group minus reference, pooled over the other factors. restrictedMean: ticks lived after the exit, up to tau; outlives: share alive at the landmark after it. "
        + "Percentile and bias-corrected accelerated (BCa) bootstrap intervals over replicates, both groups resampled together. correlation: between the groups over replicates; "
        + "varianceReduction: variance had they been independent over the variance as it is. logRank: chi-square of the log-rank test with replicates as strata";

    /// <summary>The table.</summary>
    public static CsvTable Of(IReadOnlyList<OutlivingContrast> contrasts)
    {
        var table = new CsvTable(
            "group", "reference", "measure", "replicates", "groupEstimate", "referenceEstimate", "difference", "standardError",
            "percentileLower95", "percentileUpper95", "bcaLower95", "bcaUpper95", "correlation", "varianceReduction", "resamples",
            "chiSquare", "degreesOfFreedom", "pValue", "note");
        foreach (var contrast in contrasts)
        {
            Add(table, contrast, "restrictedMean", contrast.RestrictedMean);
            Add(table, contrast, "outlives", contrast.Outlives);
            if (contrast.LogRank?.Test is { } test)
            {
                table.Add(
                    contrast.First, contrast.Second, "logRank", contrast.Replicates, null, null, null, null, null, null, null, null, null, null, null,
                    test.ChiSquare, test.DegreesOfFreedom, test.PValue, "");
            }
        }

        return table;
    }

    private static void Add(CsvTable table, OutlivingContrast contrast, string measure, PairedDifference found) => table.Add(
        contrast.First, contrast.Second, measure, contrast.Replicates, found.First, found.Second, found.Difference, found.StandardError,
        found.Percentile?.Lower, found.Percentile?.Upper, found.BiasCorrected?.Lower, found.BiasCorrected?.Upper, found.Correlation, found.VarianceReduction, found.Resamples,
        null, null, null, found.Reason);
}
