using System.Runtime.InteropServices;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>
/// Ctrl-C and requests to terminate: the first asks the verb to finish what it has begun, the second Ctrl-C stops at once. After a
/// request to terminate the verb has some time, less than batch systems usually allow before they kill.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(25);

    private readonly CancellationTokenSource _source = new();
    private readonly TextWriter _error;
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _deadline;
    private int _count;

    /// <summary>Starts to listen.</summary>
    public Interruption(TextWriter error)
    {
        _error = error;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _deadline?.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        var isTermination = context.Signal == PosixSignal.SIGTERM;
        if (Interlocked.Increment(ref _count) > 1)
        {
            Environment.Exit(isTermination ? ExitCode.Terminated : ExitCode.Interrupted);
        }

        _error.WriteLine(isTermination
            ? "asked to terminate: finishing the current runs"
            : "interrupted: finishing the current runs; press Ctrl-C again to stop at once");
        if (isTermination)
        {
            _deadline = new Timer(_ => Environment.Exit(ExitCode.Terminated), null, TimeToFinish, Timeout.InfiniteTimeSpan);
        }

        _source.Cancel();
    }
}
