using LeadershipSim.Experiments.Running;
using LeadershipSim.Runner.CommandLine;

namespace LeadershipSim.Runner.Results;

/// <summary>Progress of the simulations of a stage, in runs of the model.</summary>
/// <param name="display">How it is shown.</param>
/// <param name="runs">Runs of a simulation.</param>
/// <param name="isLive">Whether it is shown as a bar, which moves often; a log has few lines.</param>
internal sealed class StageProgress(SweepProgress display, int runs, bool isLive)
{
    private static readonly TimeSpan TimeBetweenLines = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeBetweenMoves = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock = TimeProvider.System;
    private Action<RunProgress>? _report;
    private long _started;
    private long _last;
    private long _done;
    private long _total;

    /// <summary>Shows progress during simulations.</summary>
    /// <param name="simulations">How many there are.</param>
    /// <param name="work">Does them; each calls <see cref="Simulated"/>.</param>
    public T Show<T>(long simulations, Func<T> work) => display.Show(report =>
    {
        (_report, _done, _total) = (report, 0, simulations * runs);
        _last = _started = _clock.GetTimestamp();
        return work();
    });

    /// <summary>A simulation is done.</summary>
    public void Simulated()
    {
        lock (_lock)
        {
            _done += runs;
            if (_report is null || _clock.GetElapsedTime(_last) < (isLive ? TimeBetweenMoves : TimeBetweenLines))
            {
                return;
            }

            _last = _clock.GetTimestamp();
            var rate = _done / _clock.GetElapsedTime(_started).TotalSeconds;
            _report(new RunProgress(Math.Min(_done, _total), _total, 0, rate, TimeSpan.FromSeconds(Math.Max(0, _total - _done) / rate)));
        }
    }
}
