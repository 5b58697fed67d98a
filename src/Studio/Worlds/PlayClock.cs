namespace LeadershipSim.Studio.Worlds;

/// <summary>
/// How far worlds may live. Speed is measured in ticks of the model per second and has nothing to do with how often a page draws: engines
/// ask the clock, never the page.
/// </summary>
internal sealed class PlayClock(TimeProvider time)
{
    /// <summary>As many ticks per second as the engine gives.</summary>
    public const double Unlimited = double.PositiveInfinity;

    // A long wait is cut into parts of this length, so that a clock that was set by hand is noticed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private bool _isPlaying;
    private double _speed = 20;
    private double _anchorTick;
    private long _anchorTime;

    /// <summary>Whether time goes by.</summary>
    public bool IsPlaying
    {
        get
        {
            lock (_gate)
            {
                return _isPlaying;
            }
        }
    }

    /// <summary>Ticks per second.</summary>
    public double Speed
    {
        get
        {
            lock (_gate)
            {
                return _speed;
            }
        }
    }

    /// <summary>The last tick that may be lived.</summary>
    public double Target
    {
        get
        {
            lock (_gate)
            {
                return Now();
            }
        }
    }

    /// <summary>Lets time go by.</summary>
    /// <param name="from">The tick to start from.</param>
    /// <param name="speed">Ticks per second.</param>
    public void Play(double from, double speed) => Set(isPlaying: true, from, speed);

    /// <summary>Stops at a tick.</summary>
    public void StopAt(double tick) => Set(isPlaying: false, tick, Speed);

    /// <summary>Goes to a tick, playing or not.</summary>
    public void Seek(double tick) => Set(IsPlaying, tick, Speed);

    /// <summary>Blocks an engine until a tick may be lived.</summary>
    /// <exception cref="OperationCanceledException">The world is not needed any more.</exception>
    public void WaitFor(int tick, CancellationToken stop)
    {
        lock (_gate)
        {
            while (Now() < tick)
            {
                stop.ThrowIfCancellationRequested();
                var wait = _isPlaying ? TimeSpan.FromSeconds(Math.Clamp((tick - Now()) / _speed, 0.001, LongestWait.TotalSeconds)) : LongestWait;
                Monitor.Wait(_gate, wait);
            }
        }

        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Wakes engines that wait, to see that they are not needed any more.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void Set(bool isPlaying, double tick, double speed)
    {
        lock (_gate)
        {
            (_isPlaying, _anchorTick, _speed, _anchorTime) = (isPlaying, tick, speed, time.GetTimestamp());
            Monitor.PulseAll(_gate);
        }
    }

    private double Now() => !_isPlaying ? _anchorTick
        : double.IsPositiveInfinity(_speed) ? double.PositiveInfinity
        : _anchorTick + (time.GetElapsedTime(_anchorTime).TotalSeconds * _speed);
}
