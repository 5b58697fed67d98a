using System.Runtime.ExceptionServices;
using LeadershipSim.Experiments.Storing.Files;

namespace LeadershipSim.Experiments.Running;

/// <summary>The first error of the threads of a sweep. It stops them, and is thrown when what they have done is kept.</summary>
/// <param name="stop">Stops the sweep.</param>
internal sealed class FirstError(CancellationTokenSource stop)
{
    private Exception? _error;

    /// <summary>Whether there was none.</summary>
    public bool IsNone => _error is null;

    /// <summary>Does something; an error in it is kept.</summary>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            Keep(error);
        }
    }

    /// <summary>Keeps an error if it is the first, and stops the sweep.</summary>
    public void Keep(Exception error)
    {
        Interlocked.CompareExchange(ref _error, error, null);
        stop.Cancel();
    }

    /// <summary>Throws the error, if there is one.</summary>
    /// <param name="folder">Where the sweep writes.</param>
    /// <exception cref="StoreException">Results could not be written.</exception>
    public void ThrowIfAny(string folder)
    {
        if (_error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreProblem.NotWritable,
                $"results could not be written to {folder}: {_error.Message} What was committed is kept: make room and run the same command again",
                _error);
        }

        if (_error is not null)
        {
            ExceptionDispatchInfo.Throw(_error);
        }
    }
}
