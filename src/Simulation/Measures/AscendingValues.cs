using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadershipSim.Simulation.Measures;

/// <summary>
/// Search among ascending values without a branch that depends on them: where a random draw falls cannot be predicted, and a wrong guess costs as much as
/// thirty comparisons.
/// </summary>
internal static class AscendingValues
{
    // So many are compared one and all; of more, halves are left out first.
    private const int Compared = 64;

    /// <summary>How many of the values are at most a limit.</summary>
    public static int CountUpTo<T>(ReadOnlySpan<T> ascending, T limit)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        ref var first = ref MemoryMarshal.GetReference(ascending);
        var (from, left) = (0, ascending.Length);
        while (left > Compared)
        {
            var half = left >> 1;
            from += (Unsafe.Add(ref first, from + half - 1) <= limit ? 1 : 0) * half;
            left -= half;
        }

        var (count, end, limits) = (from, from + left, Vector256.Create(limit));
        for (; from <= end - Vector256<T>.Count; from += Vector256<T>.Count)
        {
            var passed = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)from), limits);
            count += BitOperations.PopCount(passed.ExtractMostSignificantBits());
        }

        for (; from < end; from++)
        {
            count += Unsafe.Add(ref first, from) <= limit ? 1 : 0;
        }

        return count;
    }
}
