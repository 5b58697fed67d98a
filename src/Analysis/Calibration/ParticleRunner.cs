using LeadershipSim.Experiments.Factors;
using LeadershipSim.Experiments.Running;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Simulates many positions, on several threads or in several processes; seeds belong to particles, so that neither changes a result.</summary>
internal static class ParticleRunner
{
    // Draws of positions and simulations must not share random numbers.
    private const ulong SimulationPurpose = 1;

    /// <summary>Simulates each position some times; a position that is null gets no simulation.</summary>
    public static IReadOnlyList<IReadOnlyList<double>>[] Run(
        CalibrationProblem problem, int population, IReadOnlyList<double[]?> positions, int times, CancellationToken cancellation)
    {
        var results = (problem.Work ?? StageThreads.On(problem.Workers))(positions.Count, Simulate, cancellation);
        return [.. results];

        double[][] Simulate(int i)
        {
            var key = SplitMix64.Combine(problem.KeyOf(population, i), SimulationPurpose);
            return positions[i] is { } position
                ? [.. Enumerable.Range(0, times).Select(m => Checked(problem, problem.Simulate(position, SplitMix64.Combine(key, (ulong)m))))]
                : [];
        }
    }

    /// <summary>Positions drawn from the prior.</summary>
    public static double[][] FromPrior(CalibrationProblem problem, int population, int count) =>
        [.. Enumerable.Range(0, count).Select(i => FromPrior(problem, problem.KeyOf(population, i)))];

    /// <summary>Particles of the simulations, all of weight 1.</summary>
    public static Particle[] Particles(
        CalibrationProblem problem, IReadOnlyList<double> scales, IReadOnlyList<double[]> positions, IReadOnlyList<IReadOnlyList<double>>[] simulations) =>
        [.. positions.Zip(simulations, (p, s) => new Particle(p, s, [.. s.Select(x => SummaryDistance.Of(problem, scales, x))], 1))];

    private static double[] FromPrior(CalibrationProblem problem, ulong key)
    {
        var random = new RandomStream(key);
        var position = new double[problem.Parameters];
        for (var k = 0; k < position.Length; k++)
        {
            position[k] = Math.Max(random.NextUniform(), Factor.LeastShare);
        }

        return position;
    }

    private static double[] Checked(CalibrationProblem problem, IReadOnlyList<double> summaries) =>
        summaries.Count == problem.Observed.Count
            ? [.. summaries]
            : throw new InvalidOperationException($"The simulator returned {summaries.Count} statistics; {problem.Observed.Count} were observed.");
}
