using System.Runtime.ExceptionServices;

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

/// <summary>All parts of a stage on the threads of this process.</summary>
public static class StageThreads
{
    /// <summary>Work on a number of threads.</summary>
    public static StageWork On(int workers) => (parts, part, cancellation) =>
    {
        var done = new double[parts][][];
        try
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, k => done[k] = part(k));
        }
        catch (AggregateException error)
        {
            // What the model says is meant for whoever asked, whichever thread it said it on.
            ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }

        return done;
    };
}
