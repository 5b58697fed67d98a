namespace LeadershipSim.Experiments.Running;

/// <summary>
/// Does the parts of a stage, such as the simulations of a population: they are numbered from 0, independent of one another, and each gives numbers.
/// </summary>
/// <param name="parts">How many there are.</param>
/// <param name="part">Does one; several threads may call it at once.</param>
/// <param name="cancellation">Stops between two parts.</param>
/// <returns>The numbers of all parts, in order.</returns>
/// <exception cref="PartsMissingException">Other processes do some of the parts.</exception>
public delegate IReadOnlyList<double[][]> StageWork(int parts, Func<int, double[][]> part, CancellationToken cancellation);
