using LeadershipSim.Simulation.Randomness;

namespace LeadershipSim.Experiments.Designs;

/// <summary>
/// Owen's nested uniform scrambling (Owen 1995, doi:10.1007/978-1-4612-2552-2_19): a digit is permuted at random, by a permutation
/// that depends on all digits before it. The permutations come from a hash of seed, dimension and digits, so nothing is stored.
/// </summary>
internal static class NestedScramble
{
    /// <summary>Scrambles a 32-bit binary fraction, and draws the digits behind it at random.</summary>
    public static double Binary(uint fraction, ulong key)
    {
        var scrambled = 0u;
        for (var bit = 0; bit < 32; bit++)
        {
            // The digits before this one, with a leading 1 that tells prefixes of different lengths apart.
            var prefix = (1UL << bit) | (bit == 0 ? 0 : fraction >> (32 - bit));
            var flip = (uint)(SplitMix64.Combine(key, prefix) >> 63);
            scrambled = (scrambled << 1) | (((fraction >> (31 - bit)) & 1) ^ flip);
        }

        var rest = SplitMix64.Combine(key, (1UL << 32) | fraction);
        return UnitCube.Inside(((ulong)scrambled << 32) | (rest >> 32));
    }

    /// <summary>Scrambles the radical inverse of an index in a prime base.</summary>
    public static double Radical(long index, int radix, ulong key)
    {
        var (value, scale, prefix) = (0.0, 1.0 / radix, key);

        // As many digits as a double holds, zeros behind the last digit of the index included: they are permuted too.
        while (scale > 1e-17)
        {
            var digit = (int)(index % radix);
            index /= radix;
            var random = new RandomStream(prefix);
            value += UnitCube.Shuffled(radix, ref random)[digit] * scale;
            prefix = SplitMix64.Combine(prefix, (ulong)digit);
            scale /= radix;
        }

        return Math.Clamp(value, double.Epsilon, Math.BitDecrement(1));
    }
}
