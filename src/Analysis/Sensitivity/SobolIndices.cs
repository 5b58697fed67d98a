using LeadershipSim.Analysis.Inference;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>
/// Sobol' indices from Saltelli's design: with the output centred at its mean and V the variance of the rows of A and B,
/// S1 = mean(B·(AB_k − A))/V, ST = mean((A − AB_k)²)/(2V), S2 = mean(BA_j·AB_k − A·B)/V − S1_j − S1_k.
/// </summary>
/// <remarks>
/// Saltelli et al. (2010), https://doi.org/10.1016/j.cpc.2009.09.018, table 2 (b) and (f), the latter by Jansen (1999),
/// https://doi.org/10.1016/S0010-4655(98)00154-4; S2 by Saltelli (2002), https://doi.org/10.1016/S0010-4655(02)00280-1. Values equal SALib's. Assumes
/// independent factors. Misleads when base points are few, when the output is heavy-tailed (its variance says little), and when chance
/// is large: see <see cref="SobolResult.Definition"/>.
/// </remarks>
public static class SobolIndices
{
    /// <summary>The indices of an output.</summary>
    /// <param name="layout">Where the rows stand.</param>
    /// <param name="output">The output of every run.</param>
    /// <param name="settings">How to resample for intervals.</param>
    /// <exception cref="IncompleteDesignException">Runs are missing or failed.</exception>
    public static SobolResult Of(SaltelliLayout layout, OutputSample output, BootstrapSettings settings)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        var values = output.Complete("Sobol' indices", layout.Points);
        var k = layout.Factors.Count;
        var indices = new TwoLevelBootstrap(values, layout.RowsPerBasePoint, output.Sharing, settings).Of((_, means) => Indices(layout, means));
        var (mean, variance) = MomentsOfBase(layout, TwoLevelBootstrap.Means(values));
        SobolFactor[] factors = [.. layout.Factors.Select((f, i) => new SobolFactor(f, indices[i], indices[k + i]))];
        var place = 2 * k;
        SobolPair[] pairs = !layout.SecondOrder ? [] :
            [
                .. from i in Enumerable.Range(0, k)
                   from j in Enumerable.Range(i + 1, k - i - 1)
                   select new SobolPair(layout.Factors[i], layout.Factors[j], indices[place++]),
            ];
        return new SobolResult(output.Name, factors, pairs)
        {
            BasePoints = layout.BasePoints,
            Replicates = values[0].Length,
            Mean = mean,
            Variance = variance,
            NoiseShare = output.Sharing == ChanceSharing.SeedAsFactor ? factors[^1].Total?.Value : NoiseShare(layout, values, variance),
            Sharing = output.Sharing,
            Definition = DefinitionOf(output.Sharing, values[0].Length),
            Reason = indices[0] is null ? "The output is the same at every row of A and B: there is no variance to divide up." : "",
        };
    }

    private static double[] Indices(SaltelliLayout layout, double[] means)
    {
        var (k, rows) = (layout.Factors.Count, layout.RowsPerBasePoint);
        var (_, variance) = MomentsOfBase(layout, means);
        var result = new double[(2 * k) + (layout.SecondOrder ? k * (k - 1) / 2 : 0)];
        if (!(variance > 0))
        {
            Array.Fill(result, double.NaN);
            return result;
        }

        var centre = means.Average();
        for (var start = 0; start < means.Length; start += rows)
        {
            AddBasePoint(layout, means.AsSpan(start, rows), centre, result);
        }

        var scale = 1 / (layout.BasePoints * variance);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] *= i >= k && i < 2 * k ? scale / 2 : scale;
        }

        var pair = 2 * k;
        for (var i = 0; layout.SecondOrder && i < k; i++)
        {
            for (var j = i + 1; j < k; j++)
            {
                result[pair++] -= result[i] + result[j];
            }
        }

        return result;
    }

    private static void AddBasePoint(SaltelliLayout layout, ReadOnlySpan<double> row, double centre, double[] sums)
    {
        var k = layout.Factors.Count;
        var (a, b) = (row[0] - centre, row[layout.B] - centre);
        var pair = 2 * k;
        for (var i = 0; i < k; i++)
        {
            var change = row[1 + i] - row[0];
            sums[i] += b * change;
            sums[k + i] += change * change;
            for (var j = i + 1; layout.SecondOrder && j < k; j++)
            {
                sums[pair++] += ((row[layout.BA(i)] - centre) * (row[1 + j] - centre)) - (a * b);
            }
        }
    }

    private static (double Mean, double Variance) MomentsOfBase(SaltelliLayout layout, double[] means)
    {
        var rows = layout.RowsPerBasePoint;
        var both = new double[2 * layout.BasePoints];
        for (var n = 0; n < layout.BasePoints; n++)
        {
            (both[2 * n], both[(2 * n) + 1]) = (means[n * rows], means[(n * rows) + layout.B]);
        }

        var (mean, variance) = (both.Average(), SampleMoments.PopulationVariance(both));

        // What is left of a constant by rounding is no variance.
        return (mean, variance > 1e-28 * mean * mean ? variance : 0);
    }

    // The variance of point means holds 1/r of the variance within points.
    private static double? NoiseShare(SaltelliLayout layout, double[][] values, double variance)
    {
        var replicates = values[0].Length;
        if (replicates < 2)
        {
            return null;
        }

        var rows = layout.RowsPerBasePoint;
        var within = Enumerable.Range(0, layout.BasePoints)
            .Average(n => (SampleMoments.Variance(values[n * rows]) + SampleMoments.Variance(values[(n * rows) + layout.B])) / 2);
        var between = Math.Max(0, variance - (within / replicates));
        return within + between > 0 ? within / (within + between) : null;
    }

    private static string DefinitionOf(ChanceSharing sharing, int replicates)
    {
        var of = replicates == 1 ? "of single runs" : Invariant($"of means over {replicates} replicates");
        return of + sharing switch
        {
            ChanceSharing.None => "; every design point has its own random numbers, so that chance counts as a part of every total index (its share of the variance divided by the replicates)",
            ChanceSharing.AllPoints => "; all design points share the random numbers of a replicate, so that the indices are conditional on those few seeds and chance that only adds to the output is not in them",
            ChanceSharing.BasePoint => "; the rows of a base point share their random numbers, so that chance that only adds to the output cancels out of the total indices while it stays in the variance",
            _ => "; the random numbers are a factor named seed, whose indices say how much chance decides, alone and in interactions",
        };
    }
}
