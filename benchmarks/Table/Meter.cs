namespace LeadershipSim.Benchmarks.Table;

/// <summary>Measures work beside the calibration loop, round by round, and keeps the best of each: what is disturbed is never faster.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="rounds">How often.</param>
internal sealed class Meter(TimeProvider clock, int rounds)
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(4);

    // The runtime compiles what is called often a second time, in the background and after a delay.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    public TimeProvider Clock => clock;

    /// <summary>Nanoseconds of one operation, their ratio to the calibration loop, and bytes allocated per operation.</summary>
    /// <param name="work">Does a number of operations.</param>
    /// <param name="unitsPerOperation">What an operation is divided into, agents for a tick.</param>
    public (double Nanoseconds, double Ratio, double Bytes) Measure(Action<int> work, double unitsPerOperation = 1)
    {
        var operations = OperationsFor(work);
        var (best, calibration) = (double.PositiveInfinity, double.PositiveInfinity);
        var bytes = double.PositiveInfinity;
        for (var round = 0; round < rounds; round++)
        {
            calibration = Math.Min(calibration, Calibration.Measure(clock));
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var from = clock.GetTimestamp();
            work(operations);
            best = Math.Min(best, clock.GetElapsedTime(from).TotalNanoseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        var nanoseconds = best / operations / unitsPerOperation;
        return (nanoseconds, nanoseconds / calibration, bytes / operations);
    }

    private int OperationsFor(Action<int> work)
    {
        for (var begun = clock.GetTimestamp(); clock.GetElapsedTime(begun) < WarmUp;)
        {
            work(1);
        }

        for (var operations = 1; ; operations *= 2)
        {
            var from = clock.GetTimestamp();
            work(operations);
            if (clock.GetElapsedTime(from) >= LeastTime)
            {
                return operations;
            }
        }
    }
}
