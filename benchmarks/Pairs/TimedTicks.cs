using System.Globalization;
using System.Runtime.InteropServices;
using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Benchmarks.Pairs;

/// <summary>
/// <c>ticks POLICY SEATS SEED</c>: for every number of ticks that a line of standard input states, simulates so many and writes the nanoseconds of processor
/// time that they took. It ends with its input.
/// </summary>
internal static partial class TimedTicks
{
    private const int ThreadTime = 3;
    private const int Failed = 2;

    // The runtime compiles what is called often a second time, in the background and after a delay. Processor time, as a busy machine needs longer for both.
    private const long WarmUpNanoseconds = 300_000_000;

    /// <returns>0; 2 when the arguments are others.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var policy, var seats, var seed])
        {
            Console.Error.WriteLine("error: ticks needs a policy, a number of seats and a seed, as in: ticks distributed 40 1");
            return Failed;
        }

        var run = Prepare(policy, int.Parse(seats, CultureInfo.InvariantCulture), new(ulong.Parse(seed, CultureInfo.InvariantCulture), 0));
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            var ticks = int.Parse(line, CultureInfo.InvariantCulture);
            var from = ThreadNanoseconds();
            run.Ticks(ticks);
            Console.WriteLine(ThreadNanoseconds() - from);
        }

        return 0;
    }

    // Warmed up by another run, so that processes of other speeds time the same ticks.
    private static SteadyRun Prepare(string policy, int seats, RunSeed seed)
    {
        var other = Scenarios.Run(policy, seats, seed);
        for (var begun = ThreadNanoseconds(); ThreadNanoseconds() - begun < WarmUpNanoseconds;)
        {
            other.Tick();
        }

        return Scenarios.Run(policy, seats, seed);
    }

    // Of this thread alone: neither what others do on the machine, nor what the runtime compiles in the background.
    private static long ThreadNanoseconds() =>
        ClockGetTime(ThreadTime, out var time) == 0
            ? (time.Seconds * 1_000_000_000L) + time.Nanoseconds : throw new PlatformNotSupportedException("the processor time of a thread is read as Linux tells it");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeOfClock time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
