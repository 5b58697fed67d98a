using System.Runtime.ExceptionServices;

namespace LeadershipSim.Experiments.Running;

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
