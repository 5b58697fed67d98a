using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LeadershipSim.Simulation.Randomness;

/// <summary>
/// Independent coins for up to 64 cells at once. Rare events skip geometrically from success to success, over cells and calls alike;
/// likely ones come from a stock of 64 coins, tossed by comparing bit-sliced uniforms with the probability: what a call does not
/// need, the next one uses. Both are exact to the 64 bits of the probability.
/// </summary>
internal struct BernoulliMask
{
    private const int Stock = 64;

    // Below this a logarithm per success costs less than the words of random bits a stock takes; measured in the tick.
    private const double SkipBelow = 0.03;

    private readonly ulong _threshold;
    private readonly bool _certain;
    private readonly double _inverseLogFailure;
    private long _failuresLeft;
    private ulong _coins;
    private int _left;

    public BernoulliMask(double probability, ref RandomStream random)
    {
        _certain = probability >= 1;
        _threshold = _certain ? 0 : ThresholdOf(probability);
        _inverseLogFailure = probability is > 0 and < SkipBelow ? 1 / double.LogP1(-probability) : 0;
        _failuresLeft = _inverseLogFailure != 0 ? NextGap(ref random) : 0;
        (_coins, _left) = (0, 0);
    }

    /// <summary>Coins for one call only.</summary>
    public static ulong Once(double probability, ulong cells, ref RandomStream random) =>
        probability >= 1 ? cells : Sliced(ThresholdOf(probability), cells, ref random);

    /// <summary>How many cells to come fail for certain, as far as that is known.</summary>
    public readonly long FailuresAhead => _failuresLeft;

    /// <summary>Passes over cells that fail: as many at most as are known to.</summary>
    public void Skip(long cells) => _failuresLeft -= cells;

    /// <summary>The cells of <paramref name="cells"/> whose coin says yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next(ulong cells, ref RandomStream random)
    {
        var count = BitOperations.PopCount(cells);
        if (_inverseLogFailure != 0)
        {
            if (_failuresLeft < count)
            {
                return Skipped(cells, count, ref random);
            }

            _failuresLeft -= count;
            return 0;
        }

        if (count > _left)
        {
            return AcrossStocks(cells, count, ref random);
        }

        var hits = Spread(_coins, cells);
        (_coins, _left) = (_coins >> count, _left - count);
        return hits;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Skipped(ulong cells, int count, ref RandomStream random)
    {
        ulong hits = 0;
        var at = _failuresLeft;
        while (at < count)
        {
            hits |= 1UL << (int)at;
            at += 1 + NextGap(ref random);
        }

        _failuresLeft = at - count;
        return Spread(hits, cells);
    }

    // The last of one stock and the first of the next; shifting by 64 would shift by nothing, so it is done in two steps.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong AcrossStocks(ulong cells, int count, ref RandomStream random)
    {
        var fresh = _certain ? ulong.MaxValue : Sliced(_threshold, ulong.MaxValue, ref random);
        var hits = Spread(_coins | (fresh << _left), cells);
        var used = count - _left;
        (_coins, _left) = (fresh >> (used - 1) >> 1, Stock - used);
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

    // The lowest coins, one for each cell in ascending order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong coins, ulong cells)
    {
        if (Bmi2.X64.IsSupported)
        {
            return Bmi2.X64.ParallelBitDeposit(coins, cells);
        }

        ulong hits = 0;
        for (; cells != 0 && coins != 0; cells &= cells - 1, coins >>= 1)
        {
            hits |= (coins & 1) != 0 ? cells & (0UL - cells) : 0;
        }

        return hits;
    }
}
