using LeadershipSim.Experiments.Running;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>Runs points, on several threads or in several processes; seeds belong to replicates, so that neither changes a result.</summary>
internal static class EvaluationRunner
{
    private const int Chunk = 16;

    /// <summary>Runs replicates from..from+count−1 of each position.</summary>
    /// <param name="problem">What is optimized.</param>
    /// <param name="root">Root seed of the runs.</param>
    /// <param name="requests">The positions, their first replicates and how many.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    /// <returns>Values of each request, by output and replicate.</returns>
    public static IReadOnlyList<double[][]> Run(
        OptimizationProblem problem, ulong root, IReadOnlyList<(IReadOnlyList<double> Position, int From, int Count)> requests, CancellationToken cancellation)
    {
        double[][][] results = [.. requests.Select(r => problem.Senses.Select(_ => new double[r.Count]).ToArray())];
        (int Request, int First)[] chunks = [.. requests.SelectMany((r, k) => Enumerable.Range(0, (r.Count + Chunk - 1) / Chunk).Select(c => (k, c * Chunk)))];
        var done = (problem.Work ?? StageThreads.On(problem.Workers))(chunks.Length, Evaluate, cancellation);
        foreach (var ((request, first), values) in chunks.Zip(done))
        {
            for (var o = 0; o < values.Length; o++)
            {
                values[o].CopyTo(results[request][o], first);
            }
        }

        return results;

        double[][] Evaluate(int chunk)
        {
            var (request, first) = chunks[chunk];
            var (position, from, count) = requests[request];
            var runs = Math.Min(Chunk, count - first);
            double[][] values = [.. problem.Senses.Select(_ => new double[runs])];
            for (var r = 0; r < runs; r++)
            {
                cancellation.ThrowIfCancellationRequested();
                var outputs = problem.Evaluate(position, new RunSeed(root, (ulong)(from + first + r)));
                for (var o = 0; o < values.Length; o++)
                {
                    values[o][r] = outputs[o];
                }
            }

            return values;
        }
    }
}
