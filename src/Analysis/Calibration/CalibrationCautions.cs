using LeadershipSim.Analysis.Cautions;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Doubts about calibrations; each says what to do.</summary>
public static class CalibrationCautions
{
    // A hundred particles drawn from the prior itself overlap with it by .8 or more.
    private const double LargeOverlap = 0.8;

    // A 95 % interval rests on its outer twentieths: of a hundred particles, five.
    private const double FewParticles = 100;

    // The outer twentieth of the prior, and five times what it holds before the data.
    private const double Edge = 0.05;
    private const double MuchAtEdge = 0.25;

    // One part in fifty a population: a further ten would take another fifth.
    private const double StillFalling = 0.98;

    private const double OftenMissing = 0.1;

    // Below it most of what there was to learn of a parameter is not learned.
    private const double LittleRecovered = 0.3;

    // Of thirty data sets, a coverage of .95 has an interval that is .16 wide itself: 2 · 1.96 √(.95 · .05/30).
    private const int FewDatasets = 30;

    /// <summary>Doubts about a result.</summary>
    public static IEnumerable<Caution> Of(CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var size = result.Sample.EffectiveSize;
        if (size < FewParticles)
        {
            var (what, remedy) = result.RulesOut ? ("The positions left rest", "Take more points per wave") : ("The posterior rests", "Take more draws or particles, or accept a larger share");
            yield return new(CautionKind.FewAccepted, "", Invariant($"{what} on an effective {size:0} particles: intervals, above all those of 95 %, are rough. {remedy}."));
        }

        if (ToleranceFalls(result))
        {
            yield return new(CautionKind.ToleranceFalling, "", Invariant($"The tolerance was still falling, from {result.Populations[^2].Epsilon:G4} to {result.Populations[^1].Epsilon:G4} in the last population, when the stopping rule ended the calibration: posteriors are likely too wide. Allow more populations or simulations."));
        }

        foreach (var (parameter, k) in result.Parameters.Select((p, k) => (p, k)))
        {
            if (parameter.Posterior.Overlap > LargeOverlap)
            {
                yield return new(CautionKind.NotIdentified, parameter.Path, Invariant($"{parameter.Path} is not identified: posterior and prior overlap by {parameter.Posterior.Overlap:0.00}. Take statistics that depend on it, fix it at a value that is known, or report that the data do not tell it."));
            }

            foreach (var (end, share) in EdgeShares(result.Sample.Parameter(k)).Where(e => e.Share > MuchAtEdge))
            {
                yield return new(CautionKind.AtPriorEdge, parameter.Path, Invariant($"{parameter.Path} lies at the {end} end of its prior: {share:0.00} of the posterior lies in the outer {Edge} of the prior. Widen the prior there, or say why no value beyond it is possible."));
            }
        }

        foreach (var caution in result.Statistics.SelectMany(OfStatistic))
        {
            yield return caution;
        }
    }

    /// <summary>Doubts about what a method finds again on synthetic data.</summary>
    /// <param name="path">The parameter.</param>
    /// <param name="recovered">What was found of it.</param>
    public static IEnumerable<Caution> Of(string path, RecoveredParameter recovered)
    {
        ArgumentNullException.ThrowIfNull(recovered);
        if (recovered.Datasets < FewDatasets)
        {
            yield return new(CautionKind.NotRecovered, path, Invariant($"{path}: {recovered.Datasets} data sets say little about how often intervals hold the true value. Take a hundred or more (--datasets)."));
        }

        if (recovered.RSquared < LittleRecovered)
        {
            yield return new(CautionKind.NotRecovered, path, Invariant($"{path} is not recovered: on synthetic data the posterior mean explains only {Math.Max(0, recovered.RSquared):0.00} of the prior's variance. Take statistics that depend on it, more runs per simulation, or fix it at a value that is known."));
        }

        foreach (var (level, coverage) in new[] { (0.5, recovered.Coverage50), (0.95, recovered.Coverage95) })
        {
            var (low, high) = RecoveryTest.Band99(recovered.Datasets, level);
            if (Math.Round(coverage * recovered.Datasets) is var holding && (holding < low || holding > high))
            {
                var remedy = coverage < level ? "narrow; accept a larger share, or do not adjust by regression" : "wide; let the tolerance fall further, or take more draws";
                yield return new(CautionKind.NotRecovered, path, Invariant($"{path}: intervals of {100 * level:0} % hold the true value in {100 * coverage:0} % of {recovered.Datasets} data sets: they are too {remedy}."));
            }
        }
    }

    // Only a stopping rule of populations or simulations ends before a method would.
    private static bool ToleranceFalls(CalibrationResult result)
    {
        var (stop, populations) = (result.Spec.Stop, result.Populations);
        var isCut = populations.Count >= stop.Populations || result.Simulations >= stop.Simulations;
        return result.Spec.Method.HasTolerance && isCut && populations.Count > 1
            && populations[^1].Epsilon < StillFalling * populations[^2].Epsilon && !(populations[^1].Epsilon <= stop.Epsilon);
    }

    private static IEnumerable<(string End, double Share)> EdgeShares(WeightedSample shares) =>
        [("lower", shares.ShareTo(Edge)), ("upper", 1 - shares.ShareTo(1 - Edge))];

    private static IEnumerable<Caution> OfStatistic(CalibratedStatistic statistic)
    {
        if (!(statistic.Observed >= statistic.PriorLeast && statistic.Observed <= statistic.PriorGreatest))
        {
            yield return new(CautionKind.ObservedNotSimulated, statistic.Name, Invariant(
                $"{statistic.Name}: {statistic.Observed:G4} was observed, and what the first population kept of the simulations under the prior lies between {statistic.PriorLeast:G4} and {statistic.PriorGreatest:G4}. The model does not reach it: widen the priors, let further parameters vary, or ask which mechanism the model lacks."));
        }
        else if (statistic.Observed < statistic.Lower95 || statistic.Observed > statistic.Upper95)
        {
            yield return new(CautionKind.ObservedNotSimulated, statistic.Name, Invariant(
                $"{statistic.Name}: {statistic.Observed:G4} was observed, and 95 % of simulations from the posterior lie between {statistic.Lower95:G4} and {statistic.Upper95:G4}: the calibrated model does not give what was observed. Let the tolerance fall further, or look for what the model leaves out."));
        }

        if (statistic.ShareMissing > OftenMissing)
        {
            yield return new(CautionKind.StatisticMissing, statistic.Name, Invariant($"{statistic.Name} does not exist in {statistic.ShareMissing:0.00} of the simulations, and those are never accepted: what is left is a selection. Take more runs per simulation, or a statistic that every simulation has."));
        }
    }
}
