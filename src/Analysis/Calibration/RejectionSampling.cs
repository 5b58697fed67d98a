namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// ABC rejection: parameters drawn from the prior, of which the nearest are kept; with regression adjustment when asked for. Each
/// population is a batch of draws, all kept on record; which are accepted is decided over all of them.
/// </summary>
/// <remarks>Pritchard et al. (1999), https://doi.org/10.1093/oxfordjournals.molbev.a026091; Beaumont et al. (2002), https://doi.org/10.1093/genetics/162.4.2025.</remarks>
public sealed record RejectionSampling : IPopulationMethod
{
    /// <summary>Draws in all.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Draws in a population.</summary>
    public int Batch { get; init; } = 1000;

    /// <summary>Share of draws that is accepted, the nearest; where <see cref="Epsilon"/> is null.</summary>
    public double AcceptedShare { get; init; } = 0.05;

    /// <summary>Largest distance that is accepted; null: as far as <see cref="AcceptedShare"/> reaches.</summary>
    public double? Epsilon { get; init; }

    /// <summary>Whether what is accepted is adjusted by regression to the observed statistics.</summary>
    public bool Adjusts { get; init; } = true;

    /// <inheritdoc/>
    public Population Advance(CalibrationProblem problem, IReadOnlyList<Population> before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(before);
        problem.Check();
        var count = (int)Math.Min(Batch, Draws - before.Sum(p => p.Simulations));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(Draws));
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
        populations.Sum(p => p.Simulations) >= Draws ? $"all {Draws} draws are done" : null;

    /// <summary>The draws that are accepted.</summary>
    public IReadOnlyList<Particle> Accepted(IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        Particle[] ordered = [.. populations.SelectMany(p => p.Particles).Where(p => double.IsFinite(p.Distance)).OrderBy(p => p.Distance)];
        var wanted = (int)Math.Ceiling(AcceptedShare * populations.Sum(p => p.Simulations));
        return [.. Epsilon is { } epsilon ? ordered.TakeWhile(p => p.Distance <= epsilon) : ordered.Take(wanted)];
    }

    /// <inheritdoc/>
    public PosteriorSample Posterior(CalibrationProblem problem, IReadOnlyList<Population> populations)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var accepted = Accepted(populations);
        return Adjusts ? RegressionAdjustment.Adjust(accepted, problem.Observed, populations[0].Scales) : PosteriorSample.Of(accepted);
    }
}
