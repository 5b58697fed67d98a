using System.Runtime.ExceptionServices;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Analysis.Optimization;

/// <summary>Runs points on several threads; seeds belong to replicates, so that threads change no result.</summary>
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
        try
        {
            Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = problem.Workers, CancellationToken = cancellation }, c =>
            {
                var (request, first) = chunks[c];
                var (position, from, count) = requests[request];
                for (var r = first; r < Math.Min(count, first + Chunk); r++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var values = problem.Evaluate(position, new RunSeed(root, (ulong)(from + r)));
                    for (var o = 0; o < values.Count; o++)
                    {
                        results[request][o][r] = values[o];
                    }
                }
            });
        }
        catch (AggregateException error)
        {
            // What the model says is meant for whoever asked, whichever thread it said it on.
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }

        return results;
    }
}
