using LeadershipSim.Experiments.Running;
using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>A calibration that can be carried out: its problem, its method, and when to stop.</summary>
/// <param name="Spec">What its file says.</param>
/// <param name="Problem">What is calibrated.</param>
/// <param name="Method">How.</param>
public sealed record CalibrationStudy(CalibrationSpec Spec, CalibrationProblem Problem, IPopulationMethod Method)
{
    /// <summary>The study of a calibration.</summary>
    /// <param name="spec">The calibration.</param>
    /// <param name="workers">Worker threads.</param>
    /// <param name="simulated">Called after each simulation, by the thread that did it.</param>
    /// <param name="work">What does the simulations of a stage; null: threads of this process.</param>
    /// <exception cref="CalibrationException">An observed value, or its variance, does not exist.</exception>
    public static CalibrationStudy Of(CalibrationSpec spec, int workers, Action? simulated = null, StageWork? work = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var observed = spec.Summaries.Select(SummaryValue.Observed).ToList();
        var problem = new CalibrationProblem
        {
            Parameters = spec.Priors.Count,
            Simulate = new ScenarioSimulator(spec, simulated).Simulate,
            Observed = [.. observed.Select(o => o.Value)],
            Weights = [.. spec.Summaries.Select(s => s.Weight)],
            Scales = [.. spec.Summaries.Select(s => s.Scale)],
            Seed = spec.Seed,
            Workers = workers,
            Work = work,
        };
        return new(spec, problem, MethodOf(spec, observed));
    }

    /// <summary>Why there should be no further population, in words; null: continue.</summary>
    public string? ReasonToStop(IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        if (populations.Count == 0)
        {
            return null;
        }

        var (stop, simulations) = (Spec.Stop, populations.Sum(p => p.Simulations));
        return Method.ReasonToStop(populations)
            ?? (populations.Count >= stop.Populations ? Invariant($"{populations.Count} populations are done, as many as the stopping rule allows")
            : simulations >= stop.Simulations ? Invariant($"{simulations} simulations are done, and the stopping rule allows {stop.Simulations}")
            : populations[^1].Epsilon <= stop.Epsilon ? Invariant($"the tolerance has come down to {populations[^1].Epsilon:G4}, and the stopping rule asks for {stop.Epsilon}")
            : null);
    }

    /// <summary>Tests on synthetic data whether the method finds parameter values again.</summary>
    /// <param name="datasets">Number of data sets.</param>
    /// <param name="finished">Called after each data set.</param>
    /// <param name="cancellation">Stops between two simulations.</param>
    /// <remarks>
    /// What rejection draws from the prior does not depend on the data: one set of draws serves all data sets. The other methods start
    /// again for each.
    /// </remarks>
    public IReadOnlyList<RecoveredParameter> Recover(int datasets, Action finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var table = Method is RejectionSampling ? Populations(Problem, cancellation) : null;
        return RecoveryTest.Run(Problem, datasets, PosteriorOf, cancellation);

        PosteriorSample PosteriorOf(CalibrationProblem problem)
        {
            var posterior = Method.Posterior(problem, table is null ? Populations(problem, cancellation) : [.. table.Select(p => p.ComparedWith(problem))]);
            finished();
            return posterior;
        }
    }

    private List<Population> Populations(CalibrationProblem problem, CancellationToken cancellation)
    {
        var populations = new List<Population>();
        while (ReasonToStop(populations) is null)
        {
            populations.Add(Method.Advance(problem, populations, cancellation));
        }

        return populations;
    }

    private static IPopulationMethod MethodOf(CalibrationSpec spec, IReadOnlyList<(double Value, double? Variance)> observed) => spec.Method switch
    {
        RejectionSettings settings => new RejectionSampling(settings),
        AdaptivePopulationSettings settings => new AdaptivePopulationMonteCarlo(settings),
        SequentialSettings settings => new SequentialMonteCarlo(settings) { Epsilon = spec.Stop.Epsilon ?? 0 },
        HistoryMatchingSettings settings => new HistoryMatching(settings)
        {
            ObservationVariances = [.. spec.Summaries.Zip(observed, (s, o) => VarianceOf(s, o.Variance))],
            DiscrepancyVariances = [.. spec.Summaries.Select(s => s.Discrepancy)],
        },
        var other => throw new ArgumentException($"There is no method for {other.GetType().Name}.", nameof(spec)),
    };

    private static double VarianceOf(SummaryStatistic statistic, double? variance) => variance > 0
        ? variance.Value
        : throw new CalibrationException($"the {statistic.Name} has no error in the data it comes from; write its variance: (its standard error, squared)");
}
