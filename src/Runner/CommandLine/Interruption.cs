using System.Runtime.InteropServices;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>
/// Ctrl-C and requests to terminate: the first asks the verb to finish what it has begun, the second stops at once. After a
/// request to terminate the verb has some time, less than batch systems usually allow before they kill. The signals by which batch
/// systems announce the end of a job (USR1, USR2, and XCPU for its CPU time) are such requests.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(25);

    // signal(7) of Linux; signal.h of macOS and the BSDs. Windows has no such signals.
    private static readonly int[] Announcements = OperatingSystem.IsWindows() ? [] : OperatingSystem.IsLinux() ? [10, 12, 24] : [30, 31, 24];

    private readonly CancellationTokenSource _source = new();
    private readonly TextWriter _error;
    private readonly InterruptionStyle _style;
    private readonly PosixSignalRegistration[] _registrations;
    private Timer? _deadline;
    private int _count;

    /// <summary>Starts to listen for signals.</summary>
    /// <param name="error">The writer of the message that the signal was received.</param>
    /// <param name="style">How the verb reacts.</param>
    public Interruption(TextWriter error, InterruptionStyle style)
    {
        (_error, _style) = (error, style);
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            .. Announcements.Select(signal => PosixSignalRegistration.Create((PosixSignal)signal, OnSignal)),
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
        var isTermination = context.Signal != PosixSignal.SIGINT;
        if (Interlocked.Increment(ref _count) > 1 || _style == InterruptionStyle.AtOnce)
        {
            Environment.Exit(isTermination ? ExitCode.Terminated : ExitCode.Interrupted);
        }

        _error.WriteLine((_style, isTermination) switch
        {
            (InterruptionStyle.FinishesRuns, true) => "asked to terminate: finishing the current runs",
            (InterruptionStyle.FinishesRuns, false) => "interrupted: finishing the current runs; press Ctrl-C again to stop at once",
            (_, true) => "asked to terminate: stopping",
            _ => "interrupted: stopping",
        });
        if (isTermination)
        {
            _deadline = new Timer(_ => Environment.Exit(ExitCode.Terminated), null, TimeToFinish, Timeout.InfiniteTimeSpan);
        }

        _source.Cancel();
    }
}
