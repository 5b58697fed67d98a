using System.Runtime.ExceptionServices;
using LeadershipSim.Experiments.Factors;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>Simulates many positions on several threads; seeds belong to particles, so that threads change no result.</summary>
internal static class ParticleRunner
{
    // Draws of positions and simulations must not share random numbers.
    private const ulong SimulationPurpose = 1;

    /// <summary>Simulates each position some times; a position that is null gets no simulation.</summary>
    public static IReadOnlyList<IReadOnlyList<double>>[] Run(
        CalibrationProblem problem, int population, IReadOnlyList<double[]?> positions, int times, CancellationToken cancellation)
    {
        var results = new IReadOnlyList<IReadOnlyList<double>>[positions.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = problem.Workers, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, positions.Count, options, i =>
            {
                var key = SplitMix64.Combine(problem.KeyOf(population, i), SimulationPurpose);
                results[i] = positions[i] is { } position
                    ? [.. Enumerable.Range(0, times).Select(m => Checked(problem, problem.Simulate(position, SplitMix64.Combine(key, (ulong)m))))]
                    : [];
            });
        }
        catch (AggregateException error)
        {
            // What a simulator says is meant for whoever asked, whichever thread it said it on.
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }

        return results;
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

    private static IReadOnlyList<double> Checked(CalibrationProblem problem, IReadOnlyList<double> summaries) =>
        summaries.Count == problem.Observed.Count
            ? summaries
            : throw new InvalidOperationException($"The simulator returned {summaries.Count} statistics; {problem.Observed.Count} were observed.");
}
