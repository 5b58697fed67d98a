using System.Diagnostics;
using System.Globalization;

namespace LeadershipSim.Benchmarks.Pairs;

/// <summary>A process of some build of these benchmarks that simulates and times ticks when it is asked to.</summary>
internal sealed class TickProcess : IDisposable
{
    private readonly Process _process;

    public TickProcess(string build, string policy, int seats, int seed)
    {
        string[] arguments = [build, "ticks", policy, Invariant(seats), Invariant(seed)];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>Waits until it has warmed up.</summary>
    public void Await() => Read();

    /// <summary>Nanoseconds of processor time of the next ticks.</summary>
    public double Time(int ticks)
    {
        _process.StandardInput.WriteLine(Invariant(ticks));
        return double.Parse(Read(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the process that times ticks has ended");
}
