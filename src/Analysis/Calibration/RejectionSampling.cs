using LeadershipSim.Experiments.Specs;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// ABC rejection: parameters drawn from the prior, of which the nearest are kept; with regression adjustment when asked for. Each
/// population is a batch of draws, all kept on record; which are accepted is decided over all of them.
/// </summary>
/// <param name="Settings">Its settings.</param>
/// <remarks>Pritchard et al. (1999), https://doi.org/10.1093/oxfordjournals.molbev.a026091; Beaumont et al. (2002),
/// https://doi.org/10.1093/genetics/162.4.2025.</remarks>
public sealed record RejectionSampling(RejectionSettings Settings) : IPopulationMethod
{
    /// <inheritdoc/>
    public Population Advance(CalibrationProblem problem, IReadOnlyList<Population> before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(before);
        problem.Check(Settings);
        var count = (int)(Settings.SimulationsOf(before.Count) ?? throw new ArgumentException($"All {Settings.Draws} draws are done."));
        var positions = ParticleRunner.FromPrior(problem, before.Count, count);
        var simulations = ParticleRunner.Run(problem, before.Count, positions, 1, cancellation);
        var scales = before.Count > 0 ? before[0].Scales : SummaryDistance.Scales(problem, [.. simulations.Select(s => s[0])]);
        return new Population
        {
            Index = before.Count,
            Epsilon = double.PositiveInfinity,
            Acceptance = 1,
            Simulations = count,
            Scales = scales,
            Particles = ParticleRunner.Particles(problem, scales, positions, simulations),
        };
    }

    /// <inheritdoc/>
    public string? ReasonToStop(IReadOnlyList<Population> populations) =>
        populations.Sum(p => p.Simulations) >= Settings.Draws ? $"all {Settings.Draws} draws are done" : null;

    /// <summary>The draws that are accepted.</summary>
    public IReadOnlyList<Particle> Accepted(IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        Particle[] ordered = [.. populations.SelectMany(p => p.Particles).Where(p => double.IsFinite(p.Distance)).OrderBy(p => p.Distance)];
        var most = (int)Math.Ceiling(Settings.AcceptedShare * populations.Sum(p => p.Simulations));
        return [.. ordered.Take(most).TakeWhile(p => p.Distance <= Settings.Epsilon)];
    }

    /// <inheritdoc/>
    public PosteriorSample Posterior(CalibrationProblem problem, IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var accepted = Accepted(populations);
        return Settings.Adjusts ? RegressionAdjustment.Adjust(accepted, problem.Observed, populations[0].Scales) : PosteriorSample.Of(accepted);
    }
}
