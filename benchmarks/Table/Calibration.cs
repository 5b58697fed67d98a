using System.Runtime.CompilerServices;

namespace LeadershipSim.Benchmarks.Table;

/// <summary>
/// A loop of fixed work, measured beside everything else: machines differ in speed, and the same machine does from minute to minute;
/// their ratios differ less. One unit is like a step of an agent: a random number, a value gathered from a small table, a weighted
/// sum and a choice without a branch.
/// </summary>
internal static class Calibration
{
    private const int Units = 200_000;
    private static readonly double[] Table = [.. Enumerable.Range(0, 1024).Select(k => 1.0 / (1 + k))];

    /// <summary>Nanoseconds of one unit, once.</summary>
    public static double Measure(TimeProvider clock)
    {
        var from = clock.GetTimestamp();
        var result = Work(Table);
        var time = clock.GetElapsedTime(from).TotalNanoseconds / Units;
        return result > 0 ? time : throw new InvalidOperationException("the calibration loop was not run");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Work(double[] table)
    {
        var (state, sum, chosen) = (0x9E3779B97F4A7C15UL, 0.0, 0);
        for (var unit = 0; unit < Units; unit++)
        {
            // Xorshift64 (Marsaglia 2003, doi:10.18637/jss.v008.i14).
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var uniform = (state >> 11) * (1.0 / (1UL << 53));
            var value = table[(int)(state & 1023)] * uniform;
            sum += value;
            chosen += value < uniform * 0.01 ? 1 : 0;
        }

        return sum + chosen;
    }
}
