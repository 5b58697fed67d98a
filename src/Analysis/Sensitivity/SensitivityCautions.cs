using LeadershipSim.Analysis.Cautions;

namespace LeadershipSim.Analysis.Sensitivity;

/// <summary>Doubts about sensitivity analyses; each says what to do.</summary>
public static class SensitivityCautions
{
    // Above this, chance decides more than factors do. Sarrazin et al. (2016), https://doi.org/10.1016/j.envsoft.2016.02.005, take an index as
    // settled when its interval is narrower than .05.
    private const double LargeNoise = 0.5;
    private const double SettledWidth = 0.05;

    /// <summary>Doubts about Sobol' indices.</summary>
    public static IEnumerable<Caution> Of(SobolResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Reason.Length > 0)
        {
            yield return new(CautionKind.FewEvents, result.Output, $"{result.Output}: no Sobol' indices. {result.Reason}");
            yield break;
        }

        if (result.NoiseShare > LargeNoise)
        {
            yield return new(CautionKind.NoiseShareLarge, result.Output, Invariant($"{result.Output}: {result.NoiseShare:0.00} of the variance of single runs is due to chance. The indices are {result.Definition}. Add replicates, or read them as shares of what the factors decide and no more."));
        }
        else if (result.NoiseShare is null)
        {
            yield return new(CautionKind.NoiseShareLarge, result.Output, $"{result.Output}: with one replicate the share of the variance due to chance is unknown. Run at least two replicates, or take noise: seedAsFactor.");
        }

        var wide = result.Factors.Count(f => Width(f.First) > SettledWidth || Width(f.Total) > SettledWidth);
        if (wide > 0)
        {
            yield return new(CautionKind.PrecisionNotReached, result.Output, Invariant($"{result.Output}: {wide} of {result.Factors.Count} factors have indices whose interval is wider than {SettledWidth}; their values are not settled, though their order may be. Double the base points: the runs that are there are kept."));
        }
    }

    /// <summary>Doubts about elementary effects.</summary>
    public static IEnumerable<Caution> Of(MorrisResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Trajectories == 1)
        {
            yield return new(CautionKind.FewEvents, result.Output, $"{result.Output}: one trajectory gives one effect of each factor, without a spread or an interval. Run 10 trajectories or more.");
        }

        if (result.Repeated > 0)
        {
            var isOne = result.Repeated == 1;
            yield return new(CautionKind.ColumnProblem, result.Output, Invariant(
                $"{result.Output}: {result.Repeated} of {result.Trajectories} trajectories {(isOne ? "has" : "have")} the same trajectory before {(isOne ? "it" : "them")}, point by point, which says nothing new, and intervals are too narrow. Leave it out, or give repeated runs as replicates."));
        }
    }

    /// <summary>Doubts about rank coefficients.</summary>
    public static IEnumerable<Caution> Of(PointCloud cloud, IReadOnlyList<RankResult> results)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ArgumentNullException.ThrowIfNull(results);
        foreach (var factor in cloud.Factors.Where(f => f.Numbers is null))
        {
            yield return new(CautionKind.CategoricalFactor, factor.Name, $"{factor.Name} has no order, so it has no rank: rank correlations are taken within each of its levels, and say nothing about it. Read the regression tree, Shapley effects or finite changes for its own effect.");
        }

        foreach (var result in results.Where(r => r.Reason.Length > 0))
        {
            yield return new(CautionKind.ColumnProblem, result.Output,
                $"{result.Output}{(result.Stratum.Length > 0 ? $" ({result.Stratum})" : "")}: no rank coefficients. {result.Reason}");
        }
    }

    /// <summary>Doubts about Shapley effects.</summary>
    /// <param name="result">The effects.</param>
    /// <param name="sharing">Which design points share random numbers.</param>
    public static Caution? Of(ShapleyResult result, ChanceSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Reason.Length > 0 ? new(CautionKind.ColumnProblem, result.Output, $"{result.Output}: no Shapley effects. {result.Reason}")
            : sharing == ChanceSharing.BasePoint ? new(CautionKind.NoiseShareLarge, result.Output, $"{result.Output}: the rows of a base point share their random numbers, so that the chance left in means over replicates is spread evenly over the Shapley effects of all factors. Add replicates, or take noise: seedAsFactor, which gives chance an effect of its own.")
            : null;
    }

    /// <summary>Doubts that follow from runs without values.</summary>
    public static Caution? Of(OutputSample output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var missing = output.MissingRuns;
        return missing == 0 ? null : new(CautionKind.MissingRuns, output.Name, Invariant($"{output.Name}: {missing} of {output.ByPoint.Sum(p => p.Count)} runs are missing, failed or have no value, and are left out; if whether a run has one depends on the factors, what is left is a selection. Take an output that every run has."));
    }

    private static double? Width(IndexEstimate? estimate) => estimate?.Upper - estimate?.Lower;
}
