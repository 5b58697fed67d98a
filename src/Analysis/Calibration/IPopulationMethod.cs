namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// A method that goes from population to population. The next one follows from those before it and the root seed alone, so that a
/// calibration can stop after any of them and continue later.
/// </summary>
public interface IPopulationMethod
{
    /// <summary>The next population.</summary>
    /// <param name="problem">What is calibrated.</param>
    /// <param name="before">The populations so far, in order.</param>
    /// <param name="cancellation">Stops between two simulations; the population is then lost.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Population Advance(CalibrationProblem problem, IReadOnlyList<Population> before, CancellationToken cancellation);

    /// <summary>Why there should be no further population, in words; null: continue.</summary>
    string? ReasonToStop(IReadOnlyList<Population> populations);

    /// <summary>The sample of the posterior that the populations hold.</summary>
    PosteriorSample Posterior(CalibrationProblem problem, IReadOnlyList<Population> populations);
}
