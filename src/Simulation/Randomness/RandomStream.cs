using System.Numerics;
using System.Runtime.CompilerServices;

namespace LeadershipSim.Simulation.Randomness;

/// <summary>
/// A stream of random numbers: xoshiro256** 1.0 (Blackman and Vigna 2021, doi:10.1145/3460772). A mutable value: pass it by
/// reference, a copy repeats what the original draws.
/// </summary>
public struct RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A stream from a 64-bit key, expanded to the state by SplitMix64.</summary>
    /// <param name="key">Any value; 0 is as good as another.</param>
    public RandomStream(ulong key)
    {
        _s0 = SplitMix64.Next(ref key);
        _s1 = SplitMix64.Next(ref key);
        _s2 = SplitMix64.Next(ref key);
        _s3 = SplitMix64.Next(ref key);
    }

    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        // Read once, written once: a state that is changed in memory step by step waits for the memory at every step.
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        s2 ^= s0;
        s3 ^= s1;
        _s2 = s2 ^ (s1 << 17);
        _s1 = s1 ^ s2;
        _s0 = s0 ^ s3;
        _s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on (0, 1]: its logarithm is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextPositiveUniform() => ((NextBits() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability; 0 is never, 1 always.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextBernoulli(double probability) => NextUniform() < probability;

    /// <summary>Uniform on 0..count−1, without bias (Lemire 2019, doi:10.1145/3230636).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextIndex(int count)
    {
        var high = Math.BigMul(NextBits(), (ulong)count, out var low);
        if (low < (ulong)count)
        {
            var threshold = unchecked(0UL - (ulong)count) % (ulong)count;
            while (low < threshold)
            {
                high = Math.BigMul(NextBits(), (ulong)count, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Uniform on [min, max).</summary>
    public double NextUniform(double min, double max) => min + ((max - min) * NextUniform());

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Math.Log(NextPositiveUniform());
}
