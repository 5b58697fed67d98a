using LeadershipSim.Analysis.Cautions;
using LeadershipSim.Analysis.Sensitivity;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>The result of a calibration.</summary>
public sealed record CalibrationResult
{
    /// <summary>What its file says.</summary>
    public required CalibrationSpec Spec { get; init; }

    /// <summary>The populations, in order.</summary>
    public required IReadOnlyList<Population> Populations { get; init; }

    /// <summary>Why there are no more.</summary>
    public required string Reason { get; init; }

    /// <summary>The posterior; of history matching the positions that are not ruled out.</summary>
    public required PosteriorSample Sample { get; init; }

    /// <summary>The parameters, in the order of the file.</summary>
    public required IReadOnlyList<CalibratedParameter> Parameters { get; init; }

    /// <summary>The statistics, in the order of the file.</summary>
    public required IReadOnlyList<CalibratedStatistic> Statistics { get; init; }

    /// <summary>The statistics of each draw from the posterior that was simulated again.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Predictive { get; init; }

    /// <summary>Reasons to doubt it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>Simulations of all populations.</summary>
    public long Simulations => Populations.Sum(p => p.Simulations);

    /// <summary>Whether positions were ruled out, which leaves no posterior.</summary>
    public bool RulesOut => Spec.Method is HistoryMatchingSettings;

    /// <summary>Sums up populations.</summary>
    /// <param name="study">The calibration.</param>
    /// <param name="populations">Its populations, at least one.</param>
    /// <param name="reason">Why there are no more.</param>
    /// <param name="cancellation">Stops between two simulations of posterior draws.</param>
    /// <exception cref="CalibrationException">Nothing was accepted.</exception>
    public static CalibrationResult Of(CalibrationStudy study, IReadOnlyList<Population> populations, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        var (spec, sample) = (study.Spec, study.Method.Posterior(study.Problem, populations));
        if (!(sample.Weights.Sum() > 0))
        {
            throw new CalibrationException(spec.Method is HistoryMatchingSettings
                ? "every position that was simulated is ruled out: no parameter values agree with what was observed. Look at the discrepancy, or at the statistics that rule most out"
                : "nothing was accepted: no simulation with all its statistics came near enough. Raise the tolerance, widen the priors, or take statistics that every program has");
        }

        var predictive = PosteriorPredictive.Run(study.Problem, sample, spec.PredictiveDraws, cancellation);
        var result = new CalibrationResult
        {
            Spec = spec,
            Populations = populations,
            Reason = reason,
            Sample = sample,
            Parameters = [.. spec.Priors.Select((prior, k) => Parameter(prior, sample, k))],
            Statistics = [.. spec.Summaries.Select((s, j) => Statistic(s.Name, study.Problem.Observed[j], j, populations, predictive))],
            Predictive = predictive,
        };
        return result with { Cautions = [.. CalibrationCautions.Of(result)] };
    }

    /// <summary>The value of a parameter at a share of its prior's probability.</summary>
    public static double ValueAt(Factor prior, double share)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return Convert.ToDouble(prior.At(share).Value, null);
    }

    private static CalibratedParameter Parameter(Factor prior, PosteriorSample sample, int k) => new(
        prior.Path, ValueAt(prior, 0.025), ValueAt(prior, 0.5), ValueAt(prior, 0.975), PosteriorSummary.Of(sample, k, share => ValueAt(prior, share)));

    private static CalibratedStatistic Statistic(
        string name, double observed, int j, IReadOnlyList<Population> populations, IReadOnlyList<IReadOnlyList<double>> predictive)
    {
        double[] all = [.. populations.SelectMany(p => p.Particles).SelectMany(p => p.Simulations).Select(s => s[j])];
        double[] first = [.. populations[0].Particles.SelectMany(p => p.Simulations).Select(s => s[j]).Where(double.IsFinite)];
        double[] drawn = [.. predictive.Select(s => s[j]).Where(double.IsFinite).Order()];
        return new(
            name,
            observed,
            first.Length == 0 ? null : first.Min(),
            first.Length == 0 ? null : first.Max(),
            all.Count(v => !double.IsFinite(v)) / (double)all.Length,
            drawn.Length == 0 ? null : drawn.Average(),
            drawn.Length == 0 ? null : SampleMoments.Quantile(drawn, 0.025),
            drawn.Length == 0 ? null : SampleMoments.Quantile(drawn, 0.975));
    }
}
