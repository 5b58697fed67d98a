using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Calibration;

/// <summary>
/// Simulations at positions drawn from the posterior, with random numbers of their own. Those that were accepted would not do: they
/// were chosen for being near to what was observed, so that any model would seem to fit.
/// </summary>
internal static class PosteriorPredictive
{
    // Far from the numbers of populations and of synthetic data, so that no seeds are shared.
    private const int PredictivePopulation = 2_000_000;

    /// <summary>The summary statistics of each draw.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Run(CalibrationProblem problem, PosteriorSample sample, int draws, CancellationToken cancellation)
    {
        var total = 0.0;
        double[] cumulated = [.. sample.Weights.Select(w => total += w)];
        double[][] positions = [.. Enumerable.Range(0, draws).Select(i => Draw(sample, cumulated, problem.KeyOf(PredictivePopulation, i)))];
        return [.. ParticleRunner.Run(problem, PredictivePopulation, positions, 1, cancellation).Select(s => s[0])];
    }

    private static double[] Draw(PosteriorSample sample, double[] cumulated, ulong key)
    {
        var at = Array.BinarySearch(cumulated, new RandomStream(key).NextUniform() * cumulated[^1]);
        return [.. sample.Positions[Math.Min(at < 0 ? ~at : at + 1, cumulated.Length - 1)]];
    }
}
