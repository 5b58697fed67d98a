using System.Runtime.CompilerServices;

namespace LeadershipSim.Simulation.Randomness;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): spreads keys over 64 bits.</summary>
public static class SplitMix64
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Advances the state and returns the next output.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Next(ref ulong state) => Mix(state += GoldenGamma);

    /// <summary>The output function: a bijection in which every input bit moves every output bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A key that depends on both values and on their order.</summary>
    public static ulong Combine(ulong key, ulong value) => Mix(Mix(key + GoldenGamma) ^ (value + GoldenGamma));
}
