using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LeadershipSim.Simulation.Randomness;

/// <summary>
/// Independent coins for up to 64 cells at once. Rare events skip geometrically from success to success, over cells and calls
/// alike; likely ones compare bit-sliced uniforms with the probability. Both are exact to the 64 bits of the probability.
/// </summary>
internal struct BernoulliMask
{
    // Below this a draw per success (a logarithm) costs less than bit-sliced words per call; measured at 4 to 30 cells.
    private const double SkipBelow = 0.15;

    private readonly ulong _threshold;
    private readonly bool _certain;
    private readonly double _inverseLogFailure;
    private long _failuresLeft;

    public BernoulliMask(double probability, ref RandomStream random)
    {
        _certain = probability >= 1;
        _threshold = _certain ? 0 : ThresholdOf(probability);
        _inverseLogFailure = probability is > 0 and < SkipBelow ? 1 / double.LogP1(-probability) : 0;
        _failuresLeft = _inverseLogFailure != 0 ? NextGap(ref random) : 0;
    }

    /// <summary>Coins for one call only.</summary>
    public static ulong Once(double probability, ulong cells, ref RandomStream random) =>
        probability >= 1 ? cells : Sliced(ThresholdOf(probability), cells, ref random);

    /// <summary>The cells of <paramref name="cells"/> whose coin says yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next(ulong cells, ref RandomStream random)
    {
        if (_inverseLogFailure == 0)
        {
            return _certain ? cells : Sliced(_threshold, cells, ref random);
        }

        var count = BitOperations.PopCount(cells);
        if (_failuresLeft >= count)
        {
            _failuresLeft -= count;
            return 0;
        }

        return Skipped(cells, count, ref random);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Skipped(ulong cells, int count, ref RandomStream random)
    {
        ulong hits = 0;
        var at = _failuresLeft;
        while (at < count)
        {
            hits |= SelectBit(cells, (int)at);
            at += 1 + NextGap(ref random);
        }

        _failuresLeft = at - count;
        return hits;
    }

    private static ulong Sliced(ulong threshold, ulong cells, ref RandomStream random)
    {
        // A cell succeeds when its uniform, read bit by bit, is less than the threshold: decided at the first bit that differs.
        ulong hits = 0;
        var undecided = cells;
        while (undecided != 0 && threshold != 0)
        {
            var bits = random.NextBits();
            if ((threshold >> 63) != 0)
            {
                hits |= undecided & ~bits;
                undecided &= bits;
            }
            else
            {
                undecided &= ~bits;
            }

            threshold <<= 1;
        }

        return hits;
    }

    private static ulong ThresholdOf(double probability) => (ulong)(probability * 18446744073709551616.0);

    private readonly long NextGap(ref RandomStream random) =>
        (long)Math.Min(Math.Log(random.NextPositiveUniform()) * _inverseLogFailure, 1e18);

    private static ulong SelectBit(ulong cells, int index)
    {
        if (Bmi2.X64.IsSupported)
        {
            return Bmi2.X64.ParallelBitDeposit(1UL << index, cells);
        }

        for (; index > 0; index--)
        {
            cells &= cells - 1;
        }

        return cells & (0UL - cells);
    }
}
