using System.Globalization;

namespace LeadershipSim.Runner.Commands;

/// <summary>Progress as plain lines for logs: one every 5 % or 30 seconds, whichever comes first.</summary>
/// <param name="error">Where lines go.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class PlainProgress(TextWriter error, TimeProvider clock)
{
    private const double ShareBetweenLines = 0.05;

    private static readonly TimeSpan TimeBetweenLines = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _lastTime;
    private double _lastShare;

    /// <summary>Says how far the runs are, if it is time to.</summary>
    /// <param name="done">Runs done, failed ones included.</param>
    /// <param name="total">Runs to do.</param>
    /// <param name="failed">Failed runs.</param>
    public void Report(long done, long total, long failed)
    {
        lock (_lock)
        {
            var elapsed = clock.GetElapsedTime(_start);
            var share = total == 0 ? 1 : (double)done / total;
            if (share - _lastShare < ShareBetweenLines && elapsed - _lastTime < TimeBetweenLines && done < total)
            {
                return;
            }

            (_lastShare, _lastTime) = (share, elapsed);
            error.WriteLine(Line(done, total, failed, elapsed));
        }
    }

    /// <summary>One line: <c>runs 1200/4800 25 % · 0 failed · 512/s · ETA 7 s</c>.</summary>
    internal static string Line(long done, long total, long failed, TimeSpan elapsed)
    {
        var perSecond = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        var eta = perSecond > 0 ? Duration(TimeSpan.FromSeconds((total - done) / perSecond)) : "?";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"runs {done}/{total} {(total == 0 ? 100 : 100 * done / total)} % · {failed} failed · {perSecond:0}/s · ETA {eta}");
    }

    /// <summary>A duration as people say it: 8 s, 3 min 5 s, 2 h 14 min.</summary>
    internal static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min"),
    };
}
