using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LeadershipSim.Simulation.Measures;

/// <summary>What is done to a quantity of all seats alike, four seats at a time.</summary>
internal static class SeatSpans
{
    private static readonly int Lanes = Vector256<double>.Count;

    /// <summary>values[k] −= amounts[k].</summary>
    /// <returns>The least of the values after it.</returns>
    public static double Subtract(Span<double> values, ReadOnlySpan<double> amounts)
    {
        amounts = amounts[..values.Length];
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var amount = ref MemoryMarshal.GetReference(amounts);
        var (k, lowest) = (0, Vector256.Create(double.PositiveInfinity));
        for (; k <= values.Length - Lanes; k += Lanes)
        {
            var left = Vector256.LoadUnsafe(ref value, (nuint)k) - Vector256.LoadUnsafe(ref amount, (nuint)k);
            left.StoreUnsafe(ref value, (nuint)k);
            lowest = Vector256.Min(lowest, left);
        }

        var least = Math.Min(Math.Min(lowest[0], lowest[1]), Math.Min(lowest[2], lowest[3]));
        for (; k < values.Length; k++)
        {
            values[k] -= amounts[k];
            least = Math.Min(least, values[k]);
        }

        return least;
    }

    /// <summary>values[k] *= factor.</summary>
    public static void Scale(Span<double> values, double factor)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        var (k, factors) = (0, Vector256.Create(factor));
        for (; k <= values.Length - Lanes; k += Lanes)
        {
            (Vector256.LoadUnsafe(ref value, (nuint)k) * factors).StoreUnsafe(ref value, (nuint)k);
        }

        for (; k < values.Length; k++)
        {
            values[k] *= factor;
        }
    }

    /// <summary>
    /// The first place, counted from a given one, where one of two non-negative quantities is not 0; their length when both are 0 from there on.
    /// </summary>
    public static int NextNonZero(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int from)
    {
        other = other[..one.Length];
        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other);
        while (from <= one.Length - Lanes
            && Vector256.EqualsAll(Vector256.LoadUnsafe(ref first, (nuint)from) + Vector256.LoadUnsafe(ref second, (nuint)from), Vector256<double>.Zero))
        {
            from += Lanes;
        }

        while (from < one.Length && one[from] == 0 && other[from] == 0)
        {
            from++;
        }

        return from;
    }
}
