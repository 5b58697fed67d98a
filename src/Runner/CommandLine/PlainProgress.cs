using LeadershipSim.Experiments.Running;

namespace LeadershipSim.Runner.CommandLine;

/// <summary>
/// Progress as plain lines for logs: one every 5 % or 30 seconds, whichever comes first; in a batch job one every 10 minutes, for there may
/// be a thousand logs.
/// </summary>
/// <param name="error">Where lines go.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="isRare">Whether it is the log of a batch job.</param>
internal sealed class PlainProgress(TextWriter error, TimeProvider clock, bool isRare = false)
{
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RareTime = TimeSpan.FromMinutes(10);

    private readonly double _shareBetweenLines = isRare ? 1 : 0.05;
    private readonly TimeSpan _timeBetweenLines = isRare ? RareTime : UsualTime;

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _lastTime;
    private double _lastShare;

    /// <summary>Says how far the runs are, if it is time to.</summary>
    public void Report(RunProgress progress)
    {
        lock (_lock)
        {
            var elapsed = clock.GetElapsedTime(_start);
            var tried = progress.Done + progress.Failed;
            var share = progress.Total == 0 ? 1 : (double)tried / progress.Total;
            var isLast = tried == progress.Total && _lastShare < 1;
            if (!isLast && share - _lastShare < _shareBetweenLines && elapsed - _lastTime < _timeBetweenLines)
            {
                return;
            }

            (_lastShare, _lastTime) = (share, elapsed);
            error.WriteLine(Line(progress));
        }
    }

    /// <summary>One line: <c>runs 1200/4800 25 % · 0 failed · 512/s · ETA 7 s</c>.</summary>
    internal static string Line(RunProgress progress)
    {
        var percent = progress.Total == 0 ? 100 : 100 * (progress.Done + progress.Failed) / progress.Total;
        return Invariant($"runs {progress.Done}/{progress.Total} {percent} % · {progress.Failed} failed · {Pace(progress)}");
    }

    private static string Pace(RunProgress progress) => progress.Done + progress.Failed == progress.Total && progress.RunsPerSecond == 0 ? "nothing to run"
        : Invariant($"{progress.RunsPerSecond:0}/s · ETA {(progress.Remaining is { } time ? Duration(time) : "?")}");

    /// <summary>A duration as people say it: 8 s, 3 min 5 s, 2 h 14 min.</summary>
    internal static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => Invariant($"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalHours: < 1 } => Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => Invariant($"{(long)time.TotalHours} h {time.Minutes} min"),
    };
}
